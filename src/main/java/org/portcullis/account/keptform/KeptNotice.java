package org.portcullis.account.keptform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.account.keptform.SentForm.Cause;

/**
 * The notice above a form that is filled in with kept fields.
 *
 * @param cause why the form was not processed; null if it is no longer kept
 * @param target id of the field to focus, or null
 * @param filled whether any typed value was filled in
 * @param secret whether the form had a secret, which has to be typed again
 * @param files names of the files to choose again
 * @param homeless values of fields that the form does not have any more
 */
record KeptNotice(Cause cause, String target, boolean filled, boolean secret, Set<String> files, List<Entry> homeless) {

    /** A field and its typed value. */
    record Entry(TypedField field, String value) {

        /** @return the fields that have a value */
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

    /** @return the file names, joined as in a sentence */
    public String getFileNames() {
        return String.join(", ", files);
    }
}
