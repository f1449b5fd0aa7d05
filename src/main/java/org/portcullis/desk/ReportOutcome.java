package org.portcullis.desk;

import org.portcullis.organization.NumberIntake;
import org.portcullis.portorder.PortOrderState.Tone;
import org.portcullis.work.Works;

/** What became of one item of the desk's work, as reports say it. */
enum ReportOutcome {
    ADDED(Tone.DONE),
    ALREADY_THERE(Tone.WAITING),
    OTHER_ORGANIZATION(Tone.ACT_NOW),
    NOT_A_NUMBER(Tone.ACT_NOW),
    TOO_SHORT(Tone.ACT_NOW),
    TOO_LONG(Tone.ACT_NOW),
    UNKNOWN_COUNTRY(Tone.ACT_NOW),
    UNASSIGNED(Tone.ACT_NOW),
    STEP_TAKEN(Tone.DONE),
    CHANGED_MEANWHILE(Tone.ACT_NOW),
    STEP_NOT_POSSIBLE(Tone.ACT_NOW),
    /** An order that was to be completed, though somebody has said of some numbers that they did not move. */
    NUMBERS_FAILED(Tone.ACT_NOW),
    DATE_PAST(Tone.ACT_NOW),
    /** The clocks change that night: the time does not exist where the organization is, or comes twice. */
    TIME_UNCLEAR(Tone.ACT_NOW),
    /** {@link Works#FAILED}. */
    FAILED(Tone.FAILED);

    private final Tone tone;

    ReportOutcome(Tone tone) {
        this.tone = tone;
    }

    static ReportOutcome of(NumberIntake.Outcome outcome) {
        return valueOf(outcome.name());
    }

    /** @return the name of the icon and of the style */
    public String getStyle() {
        return tone.getStyle();
    }
}
