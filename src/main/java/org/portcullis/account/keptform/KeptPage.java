package org.portcullis.account.keptform;

import java.util.List;
import java.util.Map;
import org.portcullis.account.keptform.KeptForms.Kept;

/**
 * The typed fields of a form that no page has any more.
 *
 * @param notice the notice about the form
 * @param id of the kept form
 * @param address to which the form is sent
 * @param upload whether it is sent as multipart, with files
 * @param fields everything that is sent, by name
 */
record KeptPage(KeptNotice notice, String id, String address, boolean upload, Map<String, String> fields) {

    static KeptPage of(Kept kept) {
        var sent = kept.sent();
        if (sent == null) {
            return new KeptPage(KeptNotice.gone(), "", "", false, Map.of());
        }
        var typed = KeptNotice.Entry.of(sent.fields());
        var notice = new KeptNotice(sent.cause(), null, false, !sent.secrets().isEmpty(), sent.files(), typed);
        return new KeptPage(notice, kept.id().toString(), kept.origin().address(), sent.upload(), sent.fields());
    }

    public List<KeptNotice.Entry> getTyped() {
        return notice.homeless();
    }
}
