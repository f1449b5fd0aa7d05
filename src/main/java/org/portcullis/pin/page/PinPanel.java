package org.portcullis.pin.page;

import java.time.Instant;
import java.util.Set;
import org.portcullis.pin.PortOutPin;
import org.portcullis.pin.PortOutPinProblem;
import org.portcullis.pin.Unusable;
import org.portcullis.pin.Weakness;

/**
 * The panel as it is shown. It never holds what was typed; a generated PIN is no typed one, and is shown this once.
 *
 * @param access what the person may do here
 * @param pin the PIN that is set, or null; it tells when and by whom, never which
 * @param life how long that one can be used
 * @param revision the one that the form is made for
 * @param problem why the last one was not taken, or null
 * @param weaknesses why the one refused, or just saved, is easy to guess
 * @param generated a PIN to be saved or not, or null
 * @param done what was done just now, or null
 */
public record PinPanel(Access access, PortOutPin pin, Life life, int revision, PortOutPinProblem problem,
        Set<Weakness> weaknesses,
        String generated, PinFlash done) {

    /** What a person may do with their organization's PIN. */
    public enum Access {
        SET,
        /** They may set it, and have to give their password first. */
        SET_AFTER_SIGN_IN,
        READ_ONLY,
        NOT_IN_UNITED_STATES
    }

    /**
     * How long a PIN can be used.
     *
     * @param unusable why it can't be used any more, or null
     * @param expiresAt until when it can be used, or null where that is for ever
     * @param singleUse whether it can be used once only
     */
    public record Life(Unusable unusable, Instant expiresAt, boolean singleUse) {
    }

    static PinPanel of(Access access, PortOutPin pin, Life life) {
        return new PinPanel(access, pin, life, pin == null ? 0 : pin.revision, null, Set.of(), null, null);
    }

    PinPanel refused(PortOutPinProblem found, Set<Weakness> reasons) {
        return new PinPanel(access, pin, life, revision, found, reasons, null, null);
    }

    PinPanel offering(String newPin) {
        return new PinPanel(access, pin, life, revision, null, Set.of(), newPin, null);
    }

    PinPanel saved(Set<Weakness> reasons) {
        return new PinPanel(access, pin, life, revision, null, reasons, null, PinFlash.SAVED);
    }

    PinPanel compromised() {
        return new PinPanel(access, pin, life, revision, null, Set.of(), null, PinFlash.COMPROMISED);
    }

    public boolean isFailed() {
        return problem != null;
    }

    public boolean isEditable() {
        return access == Access.SET;
    }

    public boolean isSaved() {
        return done == PinFlash.SAVED;
    }

    /** @return whether the person may say that others may know the PIN */
    public boolean isMarkable() {
        return (access == Access.SET || access == Access.SET_AFTER_SIGN_IN) && pin != null && life.unusable == null;
    }
}
