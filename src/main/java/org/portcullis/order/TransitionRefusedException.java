package org.portcullis.order;

/** Somebody or something asked a port order to go where the table of states does not let it. */
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
