package org.portcullis.portorder;

import java.util.Set;
import org.portcullis.portoutpin.PortOutPin;
import org.portcullis.portoutpin.PortOutPinProblem;
import org.portcullis.portoutpin.Weakness;

/**
 * The panel as it is shown. It never holds what was typed; a generated PIN is no typed one, and is shown this once.
 *
 * @param access what the person may do here
 * @param pin the PIN that is set, or null; it tells when and by whom, never which
 * @param revision the one that the form is made for
 * @param problem why the last one was not taken, or null
 * @param weaknesses why the one refused, or just saved, is easy to guess
 * @param generated a PIN to be saved or not, or null
 * @param saved whether one was saved just now
 */
public record PinPanel(Access access, PortOutPin pin, int revision, PortOutPinProblem problem, Set<Weakness> weaknesses,
        String generated, boolean saved) {

    /** What a person may do with their organization's PIN. */
    public enum Access {
        SET, READ_ONLY, NOT_IN_UNITED_STATES
    }

    static PinPanel of(Access access, PortOutPin pin) {
        return new PinPanel(access, pin, pin == null ? 0 : pin.revision, null, Set.of(), null, false);
    }

    PinPanel refused(PortOutPinProblem found, Set<Weakness> reasons) {
        return new PinPanel(access, pin, revision, found, reasons, null, false);
    }

    PinPanel offering(String newPin) {
        return new PinPanel(access, pin, revision, null, Set.of(), newPin, false);
    }

    PinPanel saved(Set<Weakness> reasons) {
        return new PinPanel(access, pin, revision, null, reasons, null, true);
    }

    public boolean isFailed() {
        return problem != null;
    }

    public boolean isEditable() {
        return access == Access.SET;
    }
}
