package org.portcullis.account.keptform;

import java.util.List;
import java.util.Set;

/**
 * Which fields of a form are kept, by name: those that are listed, and no other. A new field that is forgotten here is not
 * kept, and a test that walks all templates fails until it is listed, as kept or as secret.
 */
final class KeptFields {

    /** Passwords, PINs: never kept, under whatever form. The person is told to type them again. */
    static final Set<String> SECRET = Set.of("password", "current", "pin", "transferPin");

    /** Chosen, ticked or pressed. */
    private static final Set<String> CHOSEN = Set.of("active", "all", "back", "country", "deskOnly", "direction",
            "extent",
            "forgetTransferPin", "go", "kind", "language", "mark", "moment", "out", "overlap", "proof", "protocol",
            "role", "scope", "stuck",
            "theme", "timeZone");

    /** What the page itself put into the form: the versions and ids that its form is checked with. */
    private static final Set<String> HIDDEN = Set.of("confirmed", "digest", "holder", "id", "latest", "made", "page",
            "revision", "state",
            "step", "subject", "to", "version", "work");

    /** What the names begin with of boxes beside the rows of a list, and of what is stored already. */
    private static final List<String> PREFIXES = List.of("number_", "order_", "reason_", "remove_", "stored-");

    private KeptFields() {
    }

    static boolean isKept(String name) {
        return !SECRET.contains(name)
                && (TypedField.of(name).isPresent() || CHOSEN.contains(name) || HIDDEN.contains(name)
                        || PREFIXES.stream().anyMatch(name::startsWith));
    }
}
