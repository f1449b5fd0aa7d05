package org.portcullis.portout.carrier;

/** The way in which somebody asks whether numbers may leave. */
public enum PortOutChannel {
    /** Bandwidth's external port-out validation. */
    BANDWIDTH,
    /** The portal's own API. */
    API,
    /** By mail or telephone, typed in by the porting desk. */
    DESK,
    /** Telnyx's webhook; silence is taken for a yes there. */
    TELNYX;

    /** @return whether whoever asked can be told the answer later; if not, they have to ask once more */
    public boolean isAnsweredLater() {
        return this != BANDWIDTH;
    }
}
