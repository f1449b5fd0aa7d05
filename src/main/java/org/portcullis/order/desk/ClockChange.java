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
 * A date and time typed for a night on which the clocks change: in spring it does not exist, in autumn it comes twice.
 * Which moment is meant has to be asked.
 *
 * @param typed as clocks in the zone would show it
 * @param zone in which it is meant
 * @param transition the change of the clocks that it falls into
 */
public record ClockChange(LocalDateTime typed, ZoneId zone, ZoneOffsetTransition transition) {

    /** A moment that may be meant, and its name in the form: the typed date and time with an offset from UTC. */
    public record Choice(String value, Instant at) {
    }

    /** @return nothing where the date and time say one moment */
    static Optional<ClockChange> at(LocalDateTime typed, ZoneId zone) {
        return Optional.ofNullable(zone.getRules().getTransition(typed))
                .map(transition -> new ClockChange(typed, zone, transition));
    }

    /** @return whether the time does not exist; else it comes twice */
    public boolean isSkipped() {
        return transition.isGap();
    }

    public LocalDate getDate() {
        return typed.toLocalDate();
    }

    public LocalTime getTime() {
        return typed.toLocalTime();
    }

    /** @return what the clocks show when they are changed */
    public LocalTime getFrom() {
        return transition.getDateTimeBefore().toLocalTime();
    }

    /** @return what they are set to */
    public LocalTime getTo() {
        return transition.getDateTimeAfter().toLocalTime();
    }

    /** @return the two moments that may be meant, the earlier one first: before and after a gap, or the first and second time */
    public List<Choice> getChoices() {
        var before = choice(transition.getOffsetBefore());
        var after = choice(transition.getOffsetAfter());
        return isSkipped() ? List.of(after, before) : List.of(before, after);
    }

    private Choice choice(ZoneOffset offset) {
        var moment = typed.atOffset(offset);
        return new Choice(moment.toString(), moment.toInstant());
    }

    /** @return the moment with that name; nothing where it is none of the two, such as one that was chosen for another time */
    Optional<Instant> chosen(String value) {
        return getChoices().stream().filter(choice -> choice.value().equals(value)).map(Choice::at).findFirst();
    }
}
