package org.portcullis.account.keptform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.account.keptform.SentForm.Cause;

/**
 * What a page says above a form that is filled in with what was kept.
 *
 * @param cause why it was not carried out; null where it is no longer kept
 * @param target id of the field to go to, or null
 * @param filled whether something that was typed is in the form
 * @param secret whether a secret was typed, which has to be typed again
 * @param files names of the files to choose again
 * @param homeless what was typed into fields that the form does not have any more
 */
record KeptNotice(Cause cause, String target, boolean filled, boolean secret, Set<String> files, List<Entry> homeless) {

    /** A field, and what was typed into it. */
    record Entry(TypedField field, String value) {

        /** @return what was typed, where something was */
        static List<Entry> of(Map<String, String> fields) {
            return fields.entrySet().stream().filter(field -> !field.getValue().isBlank())
                    .flatMap(field -> TypedField.of(field.getKey()).map(typed -> new Entry(typed, field.getValue()))
                            .stream())
                    .toList();
        }
    }

    static KeptNotice gone() {
        return new KeptNotice(null, null, false, false, Set.of(), List.of());
    }

    /** @return names of files, as a sentence lists them */
    public String getFileNames() {
        return String.join(", ", files);
    }
}
