package org.portcullis.portout.carrier;

/** How a request for numbers reaches the portal. */
public enum PortOutChannel {
    /** Bandwidth's external port-out validation. */
    BANDWIDTH,
    /** The portal's own API. */
    API,
    /** By mail or telephone, typed in by the porting desk. */
    DESK,
    /** Telnyx's webhook; Telnyx takes silence for an approval. */
    TELNYX;

    /** @return whether the requesting carrier can be told a later decision; if not, it has to ask again */
    public boolean isAnsweredLater() {
        return this != BANDWIDTH;
    }
}
