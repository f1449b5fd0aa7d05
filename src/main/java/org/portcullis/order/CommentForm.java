package org.portcullis.order;

import java.util.Optional;
import java.util.UUID;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.form.Length;

/** A comment as typed; {@code id} is chosen with the form, so that a form sent twice creates one comment. */
public record CommentForm(UUID id, String words, boolean deskOnly, CommentProblem problem) {

    /** Why a comment is refused. */
    public enum CommentProblem {
        MISSING, TOO_LONG
    }

    public static CommentForm empty() {
        return new CommentForm(UUID.randomUUID(), "", false, null);
    }

    public static CommentForm checked(UUID id, String words, boolean deskOnly) {
        var stripped = words == null ? "" : FormFields.text(words);
        return new CommentForm(id, stripped, deskOnly, problem(stripped).orElse(null));
    }

    public int getLongest() {
        return PortOrderComment.LONGEST;
    }

    /** @return length of the typed text, in characters */
    public int getLength() {
        return Length.of(words);
    }

    private static Optional<CommentProblem> problem(String words) {
        if (words.isEmpty()) {
            return Optional.of(CommentProblem.MISSING);
        }
        return Length.of(words) > PortOrderComment.LONGEST ? Optional.of(CommentProblem.TOO_LONG) : Optional.empty();
    }
}
