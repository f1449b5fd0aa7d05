package org.portcullis.order;

import org.portcullis.order.PortOrderState.Tone;

/** The status of one number of an order. */
public enum NumberStatus {
    WAITING, PORTED, FAILED, CANCELLED;

    /** @return the name of the icon and of the style */
    public String getStyle() {
        return switch (this) {
            case WAITING -> Tone.WAITING.getStyle();
            case PORTED -> Tone.DONE.getStyle();
            case FAILED -> Tone.ACT_NOW.getStyle();
            case CANCELLED -> Tone.FAILED.getStyle();
        };
    }
}
