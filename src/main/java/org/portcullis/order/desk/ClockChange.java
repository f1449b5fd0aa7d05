package org.portcullis.order.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

/**
 * A local date and time in a daylight saving transition: in spring it does not exist, in autumn it occurs twice. The
 * user has to choose which moment is meant.
 *
 * @param typed local date and time
 * @param zone of the typed time
 * @param transition into which it falls
 */
public record ClockChange(LocalDateTime typed, ZoneId zone, ZoneOffsetTransition transition) {

    /** A possible moment, and its value in the form: the typed date and time with an offset from UTC. */
    public record Choice(String value, Instant at) {
    }

    /** @return empty if the date and time denote exactly one moment */
    static Optional<ClockChange> at(LocalDateTime typed, ZoneId zone) {
        return Optional.ofNullable(zone.getRules().getTransition(typed))
                .map(transition -> new ClockChange(typed, zone, transition));
    }

    /** @return whether the time does not exist; otherwise it occurs twice */
    public boolean isSkipped() {
        return transition.isGap();
    }

    public LocalDate getDate() {
        return typed.toLocalDate();
    }

    public LocalTime getTime() {
        return typed.toLocalTime();
    }

    /** @return the local time at which the clocks are changed */
    public LocalTime getFrom() {
        return transition.getDateTimeBefore().toLocalTime();
    }

    /** @return the local time to which they are set */
    public LocalTime getTo() {
        return transition.getDateTimeAfter().toLocalTime();
    }

    /**
     * @return the two possible moments, the earlier one first: before and after a gap, or the first and second
     * occurrence
     */
    public List<Choice> getChoices() {
        var before = choice(transition.getOffsetBefore());
        var after = choice(transition.getOffsetAfter());
        return isSkipped() ? List.of(after, before) : List.of(before, after);
    }

    private Choice choice(ZoneOffset offset) {
        var moment = typed.atOffset(offset);
        return new Choice(moment.toString(), moment.toInstant());
    }

    /**
     * @return the moment with that value; empty if it is neither of the two, for example if it was chosen for another
     * time
     */
    Optional<Instant> chosen(String value) {
        return getChoices().stream().filter(choice -> choice.value().equals(value)).map(Choice::at).findFirst();
    }
}
