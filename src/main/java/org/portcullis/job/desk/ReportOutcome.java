package org.portcullis.job.desk;

import org.portcullis.job.JobRunner;
import org.portcullis.numbers.NumberFault;
import org.portcullis.numbers.NumberRemark;
import org.portcullis.order.PortOrderState.Tone;

/** What became of one item of the desk's work, as reports say it. */
public enum ReportOutcome {
    ADDED(Tone.DONE),
    /** Added, and worth a look: {@link NumberRemark}. */
    ADDED_NEW_AREA_CODE(Tone.WAITING),
    ADDED_UNKNOWN_BLOCK(Tone.WAITING),
    ADDED_DECIMALS(Tone.WAITING),
    /** Of a range, or a row with several numbers, some were added; the detail says what was not. */
    ADDED_IN_PART(Tone.ACT_NOW),
    ALREADY_THERE(Tone.WAITING),
    /** No row, but another column that could hold numbers. */
    OTHER_COLUMN(Tone.WAITING),
    OTHER_ORGANIZATION(Tone.ACT_NOW),
    NOT_A_NUMBER(Tone.ACT_NOW),
    TOO_SHORT(Tone.ACT_NOW),
    TOO_LONG(Tone.ACT_NOW),
    LETTERS(Tone.ACT_NOW),
    SPREADSHEET(Tone.ACT_NOW),
    AMBIGUOUS(Tone.ACT_NOW),
    SHORT_NUMBER(Tone.ACT_NOW),
    RANGE_REFUSED(Tone.ACT_NOW),
    OPEN_QUOTE(Tone.ACT_NOW),
    SHORT_ROW(Tone.ACT_NOW),
    /** In reports that an earlier version wrote. */
    UNKNOWN_COUNTRY(Tone.ACT_NOW),
    /** In reports that an earlier version wrote. */
    UNASSIGNED(Tone.ACT_NOW),
    STEP_TAKEN(Tone.DONE),
    CHANGED_MEANWHILE(Tone.ACT_NOW),
    STEP_NOT_POSSIBLE(Tone.ACT_NOW),
    /** An order that was to be completed, though some of its numbers are marked as not moved. */
    NUMBERS_FAILED(Tone.ACT_NOW),
    DATE_PAST(Tone.ACT_NOW),
    /** The clocks change that night: the time does not exist where the organization is, or comes twice. */
    TIME_UNCLEAR(Tone.ACT_NOW),
    /** {@link JobRunner#FAILED}. */
    FAILED(Tone.FAILED);

    private final Tone tone;

    ReportOutcome(Tone tone) {
        this.tone = tone;
    }

    /** @param fault of a row of a file */
    public static ReportOutcome of(NumberFault fault) {
        return switch (fault) {
            case TOO_SHORT -> TOO_SHORT;
            case TOO_LONG, TOO_MUCH_TEXT -> TOO_LONG;
            case LETTERS -> LETTERS;
            case SPREADSHEET -> SPREADSHEET;
            case AMBIGUOUS -> AMBIGUOUS;
            case SHORT_NUMBER -> SHORT_NUMBER;
            case RANGE_BACKWARDS, RANGE_ENDS_DIFFER, RANGE_TOO_LARGE, OVER_LIMIT -> RANGE_REFUSED;
            case OPEN_QUOTE -> OPEN_QUOTE;
            case SHORT_ROW -> SHORT_ROW;
            default -> NOT_A_NUMBER;
        };
    }

    public static ReportOutcome of(NumberRemark remark) {
        return switch (remark) {
            case NEW_AREA_CODE -> ADDED_NEW_AREA_CODE;
            case UNKNOWN_BLOCK -> ADDED_UNKNOWN_BLOCK;
            case DECIMALS -> ADDED_DECIMALS;
            case OTHER_COLUMN -> OTHER_COLUMN;
        };
    }

    /** @return the name of the icon and of the style */
    public String getStyle() {
        return tone.getStyle();
    }
}
