package org.portcullis.pin.page;

import java.time.Instant;
import java.util.Set;
import org.portcullis.pin.PortOutPin;
import org.portcullis.pin.PortOutPinProblem;
import org.portcullis.pin.Unusable;
import org.portcullis.pin.Weakness;

/**
 * The PIN panel. It never shows an entered PIN again; a generated one is shown once.
 *
 * @param access what the user may do here
 * @param pin the PIN record, or null; used only for when and by whom it was set
 * @param life how long that PIN can be used
 * @param revision the revision that the form is made for
 * @param problem why the last PIN was refused, or null
 * @param weaknesses why the refused or saved PIN is easy to guess
 * @param generated a suggested PIN that is not saved yet, or null
 * @param done what was just done, or null
 */
public record PinPanel(Access access, PortOutPin pin, Life life, int revision, PortOutPinProblem problem,
        Set<Weakness> weaknesses,
        String generated, PinFlash done) {

    /** What a user may do with the organization's PIN. */
    public enum Access {
        SET,
        /** The user may set it after entering the password again. */
        SET_AFTER_SIGN_IN,
        READ_ONLY,
        NOT_IN_UNITED_STATES
    }

    /**
     * How long a PIN can be used.
     *
     * @param unusable why it can't be used any more, or null
     * @param expiresAt until when it can be used, or null if it does not expire
     * @param singleUse whether it is valid for one port-out only
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

    /** @return whether the user may report that others may know the PIN */
    public boolean isMarkable() {
        return (access == Access.SET || access == Access.SET_AFTER_SIGN_IN) && pin != null && life.unusable == null;
    }
}
