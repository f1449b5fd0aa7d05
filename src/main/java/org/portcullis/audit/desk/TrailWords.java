package org.portcullis.audit.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.portcullis.audit.AuditEntry;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditRestore;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.i18n.Languages;

/** What entries say, in the reader's words. */
record TrailWords(TrailMessages messages) {

    static TrailWords in(Locale language) {
        return new TrailWords(Languages.words(TrailMessages.class, language));
    }

    /** @return what happened; the name as it stands there, where the portal knows no such event */
    String event(AuditEntry entry) {
        return entry.event().map(messages::event).orElse(entry.event);
    }

    /** @return the entry's detail in words; as it stands there, where it holds people's names, which may look like constants */
    String detail(AuditEntry entry) {
        var restore = AuditRestore.of(entry);
        if (restore.isPresent()) {
            return detail(restore.get());
        }
        return entry.event().filter(AuditEvent.ACCOUNT_RENAMED::equals).isPresent() ? entry.detail
                : detail(entry.detail);
    }

    /** @return the detail with its constants in words; empty where there is none */
    String detail(String text) {
        return text == null ? "" : Arrays.stream(text.split(" ")).map(this::word).collect(Collectors.joining(" "));
    }

    private String detail(AuditRestore restore) {
        var at = restore.at().toString();
        return restore.hasLost() ? messages.restoreLost(at, restore.anchor(), restore.firstLost(), restore.lastLost())
                : messages.restore(at, restore.anchor());
    }

    private String word(String token) {
        return Parameters.constant(DetailWord.class, token).map(messages::word)
                .or(() -> Parameters.constant(AuditEvent.class, token).map(messages::event))
                .orElse(token);
    }
}
