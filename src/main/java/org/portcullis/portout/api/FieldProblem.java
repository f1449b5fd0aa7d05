package org.portcullis.portout.api;

/**
 * A field that can't be used. What it held is not repeated.
 *
 * @param pointer a JSON pointer (RFC 6901) to the field, as a fragment: {@code #/numbers/3}
 */
record FieldProblem(String pointer, Fault fault) {

    static FieldProblem of(String key, Fault fault) {
        return new FieldProblem("#/" + key, fault);
    }
}
