package org.portcullis.portout.api;

/**
 * An invalid field. Its value is not repeated.
 *
 * @param pointer a JSON pointer (RFC 6901) to the field, as a fragment: {@code #/numbers/3}
 */
record FieldProblem(String pointer, Fault fault) {

    static FieldProblem of(String key, Fault fault) {
        return new FieldProblem("#/" + key, fault);
    }
}
