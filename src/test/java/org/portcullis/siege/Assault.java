package org.portcullis.siege;

import java.util.List;

/** An attack that is under way. */
interface Assault {

    /** Ends it at once: what is under way is broken off. */
    void end();

    /** @return what the attacker got, in a few words */
    String got();

    /** @return the promises that it saw broken, beside those that are watched for every attack */
    default List<String> broken() {
        return List.of();
    }
}
