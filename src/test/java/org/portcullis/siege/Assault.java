package org.portcullis.siege;

import java.util.List;

/** An attack in progress. */
interface Assault {

    /** Ends it at once; requests in progress are aborted. */
    void end();

    /** @return the attacker's results, in a few words */
    String got();

    /**
     * @return the broken promises that this attack detects itself, in addition to those that are checked for every
     * attack
     */
    default List<String> broken() {
        return List.of();
    }
}
