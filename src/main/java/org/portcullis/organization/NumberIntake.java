package org.portcullis.organization;

import jakarta.persistence.PersistenceException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Telephone numbers, as somebody typed them, that are to be an organization's: what becomes of each. */
public final class NumberIntake {

    /** What became of one of them. */
    public enum Outcome {
        ADDED, ALREADY_THERE, OTHER_ORGANIZATION, NOT_A_NUMBER, TOO_SHORT, TOO_LONG, UNKNOWN_COUNTRY, UNASSIGNED;

        public boolean isRefused() {
            return this != ADDED && this != ALREADY_THERE;
        }
    }

    /**
     * @param typed as it was typed
     * @param e164 the number, or null where it is none
     * @param owner the name of the other organization whose number it is, or null
     */
    public record Result(String typed, String e164, Outcome outcome, String owner) {
    }

    private NumberIntake() {
    }

    /** @return what {@link #add} would do with each, in the same order */
    public static List<Result> check(Organization organization, List<String> typed) {
        var readings = typed.stream().map(text -> NumberReading.of(text, organization.country)).toList();
        var owners = TelephoneNumber.ownersOf(readings.stream().map(NumberReading::e164).filter(Objects::nonNull).distinct().toList());
        var names = Organization.names(owners.values().stream().filter(owner -> !owner.equals(organization.id)).collect(Collectors.toSet()));
        var seen = new HashSet<String>();
        return IntStream.range(0, typed.size())
                .mapToObj(i -> result(typed.get(i), readings.get(i), organization, owners, names, seen)).toList();
    }

    /**
     * Adds those that are new, in the transaction under way.
     *
     * @throws PersistenceException if somebody else adds one of them at the same time: tried again, it is there
     */
    public static List<Result> add(Organization organization, List<String> typed) {
        var results = check(organization, typed);
        results.stream().filter(result -> result.outcome == Outcome.ADDED)
                .forEach(result -> TelephoneNumber.give(result.e164, organization));
        TelephoneNumber.flush();
        return results;
    }

    private static Result result(String typed, NumberReading reading, Organization organization, Map<String, UUID> owners,
            Map<UUID, String> names, Set<String> seen) {
        if (reading.problem() != null) {
            return new Result(typed, null, Outcome.valueOf(reading.problem().name()), null);
        }
        var owner = owners.get(reading.e164());
        if (owner != null && !owner.equals(organization.id)) {
            return new Result(typed, reading.e164(), Outcome.OTHER_ORGANIZATION, names.get(owner));
        }
        var isNew = owner == null && seen.add(reading.e164());
        return new Result(typed, reading.e164(), isNew ? Outcome.ADDED : Outcome.ALREADY_THERE, null);
    }
}
