package org.portcullis.account.keptform;

import java.util.List;
import java.util.Set;

/**
 * The names of the form fields that are kept; other fields are dropped. A test reads all templates and fails until
 * every new field is listed, as kept or as secret.
 */
final class KeptFields {

    /** Passwords and PINs: never kept, regardless of the form. The person is asked to type them again. */
    static final Set<String> SECRET = Set.of("password", "current", "pin", "transferPin");

    /** Fields that are selected, ticked or pressed. */
    private static final Set<String> CHOSEN = Set.of("active", "all", "back", "country", "deskOnly", "direction",
            "extent",
            "forgetTransferPin", "go", "kind", "language", "mark", "moment", "out", "overlap", "proof", "protocol",
            "role", "scope", "stuck",
            "theme", "timeZone");

    /** Hidden fields from the page itself: the versions and ids that the form is checked with. */
    private static final Set<String> HIDDEN = Set.of("confirmed", "digest", "holder", "id", "latest", "made", "page",
            "revision", "state",
            "step", "subject", "to", "version", "work");

    /** Name prefixes of the checkboxes of list rows and of stored items. */
    private static final List<String> PREFIXES = List.of("number_", "order_", "reason_", "remove_", "stored-");

    private KeptFields() {
    }

    static boolean isKept(String name) {
        return !SECRET.contains(name)
                && (TypedField.of(name).isPresent() || CHOSEN.contains(name) || HIDDEN.contains(name)
                        || PREFIXES.stream().anyMatch(name::startsWith));
    }
}
