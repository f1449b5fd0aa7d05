package org.portcullis.siege;

import java.util.function.Supplier;

/**
 * One kind of attack.
 *
 * @param name on the command line
 * @param what is done
 * @param isCold whether it attacks a portal that was just started
 * @param start begins it and returns at once
 */
record Attack(String name, String what, boolean isCold, Supplier<Assault> start) {

    static Attack of(String name, String what, Supplier<Assault> start) {
        return new Attack(name, what, false, start);
    }

    static Attack onCold(String name, String what, Supplier<Assault> start) {
        return new Attack(name, what, true, start);
    }
}
