package org.portcullis.order;

/** A transition of a port order that the state table does not allow. */
public class TransitionRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PortOrderState from;
    private final PortOrderState to;

    TransitionRefusedException(PortOrderState from, PortOrderState to) {
        super("A port order can't go from " + from + " to " + to);
        this.from = from;
        this.to = to;
    }

    public PortOrderState from() {
        return from;
    }

    public PortOrderState to() {
        return to;
    }
}
