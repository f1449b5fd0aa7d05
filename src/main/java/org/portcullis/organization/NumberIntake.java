package org.portcullis.organization;

import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds telephone numbers to an organization, with a result for each. */
public final class NumberIntake {

    /** The result for one number. */
    public enum Outcome {
        ADDED, ALREADY_THERE, OTHER_ORGANIZATION
    }

    /**
     * @param e164 the number
     * @param owner the name of the other organization that has the number, or null
     */
    public record Result(String e164, Outcome outcome, String owner) {
    }

    private NumberIntake() {
    }

    /**
     * Adds the new ones, in the current transaction.
     *
     * @param numbers in E.164; a repeated one counts as already added
     * @return the result for each, in the same order
     * @throws PersistenceException if one of them is added concurrently; a retry succeeds
     */
    public static List<Result> add(Organization organization, Collection<String> numbers) {
        var owners = TelephoneNumber.ownersOf(Set.copyOf(numbers));
        var names = Organization.names(
                owners.values().stream().filter(owner -> !owner.equals(organization.id)).collect(Collectors.toSet()));
        var seen = new HashSet<String>();
        var results = numbers.stream().map(number -> result(number, organization, owners, names, seen)).toList();
        results.stream().filter(result -> result.outcome == Outcome.ADDED)
                .forEach(result -> TelephoneNumber.give(result.e164, organization));
        TelephoneNumber.flush();
        return results;
    }

    private static Result result(String e164, Organization organization, Map<String, UUID> owners,
            Map<UUID, String> names,
            Set<String> seen) {
        var owner = owners.get(e164);
        if (owner != null && !owner.equals(organization.id)) {
            return new Result(e164, Outcome.OTHER_ORGANIZATION, names.get(owner));
        }
        var isNew = owner == null && seen.add(e164);
        return new Result(e164, isNew ? Outcome.ADDED : Outcome.ALREADY_THERE, null);
    }
}
