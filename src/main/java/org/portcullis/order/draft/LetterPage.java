package org.portcullis.order.draft;

import java.util.List;
import org.portcullis.order.PortOrder;
import org.portcullis.order.document.LetterText;
import org.portcullis.pdf.Lettering;
import org.portcullis.web.form.Length;

/**
 * The page on which a letter of authorization is read and signed.
 *
 * @param digest of the letter's contents, so that only what was read is signed
 * @param name typed as signature
 * @param problem why the letter was not signed, or null
 */
record LetterPage(PortOrder order, LetterText letter, String digest, String name, SignatureProblem problem) {

    static final int LONGEST_NAME = 100;

    /** Why a letter was not signed. */
    enum SignatureProblem {
        MISSING, TOO_LONG, NO_NAME, UNDRAWABLE, CHANGED, LETTER_UNDRAWABLE;

        /** @return what is wrong with a name as signature, or null */
        static SignatureProblem of(String name) {
            if (name.isEmpty()) {
                return MISSING;
            }
            if (Length.of(name) > LONGEST_NAME) {
                return TOO_LONG;
            }
            if (name.codePoints().filter(Character::isLetter).count() < 2) {
                return NO_NAME;
            }
            return Lettering.missing(List.of(name)).isEmpty() ? null : UNDRAWABLE;
        }
    }

    public String getAction() {
        return LetterResource.path(order);
    }

    public int getLongest() {
        return LONGEST_NAME;
    }

    /** @return the length of the typed name, in characters */
    public int getLength() {
        return Length.of(name);
    }

    /** @return which characters of the name the PDF can't show */
    public String getUndrawableInName() {
        return Lettering.named(Lettering.missing(List.of(name)));
    }

    /** @return whether the letter itself has characters that the PDF can't show */
    public boolean isUndrawable() {
        return !letter.getUndrawable().isEmpty();
    }
}
