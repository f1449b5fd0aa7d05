package org.portcullis.order.desk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.order.ChangeContext;
import org.portcullis.order.DeskStep;
import org.portcullis.order.Direction;
import org.portcullis.order.PortOrder;
import org.portcullis.order.RejectionReason;
import org.portcullis.order.StaleOrderException;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.form.Length;

/**
 * The form of a desk action; each action uses the fields that it needs.
 *
 * @param pon on the LSR
 * @param date of the FOC, as typed
 * @param time of the FOC in the organization's time zone, as typed
 * @param moment the moment chosen in a daylight saving transition, see {@link ClockChange}; empty if none was chosen
 * @param change the daylight saving transition that the date and time fall into, or null
 * @param note visible to everyone who can see the order
 * @param deskNote visible to the desk only
 * @param version of the order that the form is made for
 * @param stale who changed the order meanwhile, or null
 */
public record StepForm(DeskStep step, String pon, String date, String time, String moment, ClockChange change,
        Set<RejectionReason> reasons, String note, String deskNote, int version, Map<Field, StepProblem> problems,
        StaleOrderException stale) {

    private static final int LONGEST_NOTE = 1_000;
    private static final Duration LATEST = Duration.ofDays(366);
    private static final Pattern PON = Pattern.compile("[A-Za-z0-9._/-]{1,25}");
    private static final String REASON = "reason_";
    /** The usual time of porting, unless the carrier names another. */
    private static final String USUAL_TIME = "10:00";
    /** Placeholder for each order's own PON; no PON looks like it. */
    private static final String OWN_PON = "-";

    /** A field of the form. */
    public enum Field {
        PON("pon"), DATE("date"), TIME("time"), REASONS("reasons"), NOTE("note"), DESK_NOTE("deskNote");

        private final String key;

        Field(String key) {
            this.key = key;
        }

        /** @return its name in the form, and the id of its input */
        public String getKey() {
            return key;
        }
    }

    public static StepForm of(DeskStep step, PortOrder order) {
        var pon = order.getCarrierPon() == null ? order.pon : order.getCarrierPon();
        var wished = order.requestedDate == null ? "" : order.requestedDate.toString();
        return new StepForm(step, pon, wished, USUAL_TIME, "", null, Set.of(), "", "", order.getVersion(), Map.of(),
                null);
    }

    /** A form for a bulk step: each order keeps its own PON. */
    public static StepForm ofMany(DeskStep step) {
        return new StepForm(step, OWN_PON, "", USUAL_TIME, "", null, Set.of(), "", "", 0, Map.of(), null);
    }

    public static StepForm typedForMany(DeskStep step, FormFields posted) {
        var typed = typed(step, posted, 0);
        return new StepForm(step, OWN_PON, typed.date, typed.time, "", null, typed.reasons, typed.note, typed.deskNote,
                0, Map.of(), null);
    }

    /** @return the same form with the order's own PON, if none was chosen */
    public StepForm withPonOf(PortOrder order) {
        return new StepForm(step, pon.equals(OWN_PON) ? order.pon : pon, date, time, moment, change, reasons, note,
                deskNote, version, problems, stale);
    }

    public static StepForm typed(DeskStep step, FormFields posted, int version) {
        var reasons = EnumSet.noneOf(RejectionReason.class);
        var names = posted.named(REASON);
        Arrays.stream(RejectionReason.values()).filter(reason -> names.contains(reason.name())).forEach(reasons::add);
        return new StepForm(step, posted.get("pon").strip(), posted.get("date").strip(), posted.get("time").strip(),
                posted.get("moment"), null, reasons, FormFields.text(posted.get("note")),
                FormFields.text(posted.get("deskNote")),
                version, Map.of(), null);
    }

    /** @return the same form without reasons that do not apply to orders of this direction */
    StepForm withReasonsFor(Direction direction) {
        var kept = EnumSet.noneOf(RejectionReason.class);
        RejectionReason.of(direction).stream().filter(reasons::contains).forEach(kept::add);
        return new StepForm(step, pon, date, time, moment, change, kept, note, deskNote, version, problems, stale);
    }

    /** @param zone of the organization, in which the date and time are interpreted */
    public StepForm checked(Instant now, ZoneId zone) {
        var found = new EnumMap<Field, StepProblem>(Field.class);
        if (asksFor(Field.PON) && !PON.matcher(pon).matches()) {
            found.put(Field.PON, pon.isEmpty() ? StepProblem.PON_MISSING : StepProblem.PON_INVALID);
        }
        if (asksFor(Field.DATE)) {
            checkFoc(now, zone, found);
        }
        if (asksFor(Field.REASONS) && reasons.isEmpty()) {
            found.put(Field.REASONS, StepProblem.REASON_MISSING);
        }
        if (Length.of(note) > LONGEST_NOTE) {
            found.put(Field.NOTE, StepProblem.NOTE_TOO_LONG);
        } else if (step == DeskStep.CANCEL && note.isEmpty()) {
            found.put(Field.NOTE, StepProblem.NOTE_MISSING);
        }
        if (Length.of(deskNote) > LONGEST_NOTE) {
            found.put(Field.DESK_NOTE, StepProblem.NOTE_TOO_LONG);
        }
        return new StepForm(step, pon, date, time, moment, asksFor(Field.DATE) ? clockChange(zone) : null, reasons,
                note, deskNote,
                version, found, null);
    }

    private void checkFoc(Instant now, ZoneId zone, Map<Field, StepProblem> found) {
        if (parsed(() -> LocalTime.parse(time)) == null) {
            found.put(Field.TIME, StepProblem.TIME_INVALID);
        }
        if (date.isEmpty()) {
            found.put(Field.DATE, StepProblem.DATE_MISSING);
        } else if (parsed(() -> LocalDate.parse(date)) == null) {
            found.put(Field.DATE, StepProblem.DATE_INVALID);
        } else if (found.isEmpty() && isUnclear(zone)) {
            found.put(Field.TIME, clockChange(zone).isSkipped() ? StepProblem.TIME_SKIPPED : StepProblem.TIME_TWICE);
        } else if (found.isEmpty() && !focAt(zone).isAfter(now)) {
            found.put(Field.DATE, StepProblem.DATE_PAST);
        } else if (found.isEmpty() && focAt(zone).isAfter(now.plus(LATEST))) {
            found.put(Field.DATE, StepProblem.DATE_TOO_LATE);
        }
    }

    private static <T> T parsed(Supplier<T> text) {
        try {
            return text.get();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** @return the daylight saving transition that the date and time fall into; null if none, or if they are invalid */
    private ClockChange clockChange(ZoneId zone) {
        var local = parsed(() -> LocalDate.parse(date).atTime(LocalTime.parse(time)));
        return local == null ? null : ClockChange.at(local, zone).orElse(null);
    }

    private boolean isUnclear(ZoneId zone) {
        var found = clockChange(zone);
        return found != null && found.chosen(moment).isEmpty();
    }

    /** Requires a checked form: the date and time denote one moment, or one was chosen. */
    private Instant focAt(ZoneId zone) {
        var local = LocalDate.parse(date).atTime(LocalTime.parse(time));
        return ClockChange.at(local, zone).map(found -> found.chosen(moment).orElseThrow())
                .orElseGet(() -> local.atZone(zone).toInstant());
    }

    public StepForm overtaken(StaleOrderException exception, int versionNow) {
        return new StepForm(step, pon, date, time, moment, change, reasons, note, deskNote, versionNow, Map.of(),
                exception);
    }

    /**
     * Takes the action with the checked form.
     *
     * @throws org.portcullis.portorder.TransitionRefusedException if it is not possible now
     */
    public void apply(PortOrder order, ChangeContext by) {
        step.require(order, by.at());
        var said = by.saying(note.isEmpty() ? null : note).sayingToDesk(deskNote.isEmpty() ? null : deskNote);
        switch (step) {
            case SEND -> order.contactCarrier(pon, said);
            case CONFIRM -> order.approve(focAt(order.organization.timeZone), said);
            case CONFIRM_ANEW -> order.reconfirm(focAt(order.organization.timeZone), said);
            case KEEP_DATE -> order.keepDate(said);
            case COMPLETE -> order.complete(said);
            case COMPLETE_PARTIALLY -> order.completePartially(said);
            case REJECT -> order.reject(said.because(reasons));
            case CANCEL -> order.cancel(said);
            case WITHDRAW -> order.withdraw(said);
            case START -> order.recordStart(said);
            case MOVED -> order.recordMove(said);
            case NUMBERS -> throw new IllegalStateException("Numbers are marked in a form of their own");
        }
    }

    /**
     * @return whether the same person has taken this very action on the order already, because the form was sent twice
     */
    boolean isTaken(PortOrder now, Person by) {
        var last = now.lastStep();
        if (step == DeskStep.CONFIRM_ANEW) {
            return by.name().equals(now.getChangedBy()) && focAt(now.organization.timeZone).equals(now.getFocAt());
        }
        if (step == DeskStep.KEEP_DATE) {
            return now.isDateKeptBy(by.name());
        }
        return last.to == step.leadsTo(now) && last.isBy(by) && note.equals(Objects.requireNonNullElse(last.note, ""))
                && deskNote.equals(Objects.requireNonNullElse(last.deskNote, "")) && switch (step) {
                    case SEND -> pon.equals(last.carrierPon);
                    case CONFIRM -> focAt(now.organization.timeZone).equals(last.focAt);
                    case REJECT -> reasons.equals(Set.copyOf(last.getRejectionReasons()));
                    default -> true;
                };
    }

    public boolean asksFor(Field field) {
        return switch (field) {
            case PON -> step == DeskStep.SEND && !pon.equals(OWN_PON);
            case DATE, TIME -> step == DeskStep.CONFIRM || step == DeskStep.CONFIRM_ANEW;
            case REASONS -> step == DeskStep.REJECT;
            case NOTE, DESK_NOTE ->
                !EnumSet.of(DeskStep.CONFIRM_ANEW, DeskStep.KEEP_DATE, DeskStep.WITHDRAW).contains(step);
        };
    }

    /** @return the typed value of a text field */
    public String value(Field field) {
        return switch (field) {
            case PON -> pon;
            case DATE -> date;
            case TIME -> time;
            case NOTE -> note;
            case DESK_NOTE -> deskNote;
            case REASONS -> throw new IllegalArgumentException("Reasons are chosen, not typed");
        };
    }

    /** @return the maximum length of a note, in characters */
    public int getLongest() {
        return LONGEST_NOTE;
    }

    /** @return the length of a field's typed value, in characters */
    public int length(Field field) {
        return Length.of(value(field));
    }

    public String action(PortOrder order) {
        return StepResource.PATH.replace("{pon}", order.pon) + "/" + step.getPath();
    }

    /** @return the address that shows the losing carrier's transfer PIN */
    public String pinAction(PortOrder order) {
        return action(order) + "/transfer-pin";
    }

    /** @return the typed date, or null if it is invalid */
    public LocalDate getDay() {
        return parsed(() -> LocalDate.parse(date));
    }

    /** @return whether the form has a typed value that should not be lost */
    public boolean isTyped() {
        return stale != null || !note.isEmpty() || !deskNote.isEmpty() || !reasons.isEmpty();
    }

    public StepProblem problem(Field field) {
        return problems.get(field);
    }

    public boolean isChosen(RejectionReason reason) {
        return reasons.contains(reason);
    }

    /** @param direction of the order; null for a bulk step */
    public List<RejectionReason> reasonsFor(Direction direction) {
        return direction == null ? List.of(RejectionReason.values()) : RejectionReason.of(direction);
    }

    /** @return whether the reasons are worded for a port out; for a bulk step, they are worded for a port in */
    public boolean out(Direction direction) {
        return direction == Direction.OUT;
    }

    public List<Field> getFields() {
        return List.of(Field.values());
    }

    public boolean isFailed() {
        return !problems.isEmpty() || stale != null;
    }
}
