package org.portcullis.portout.carrier;

import java.util.UUID;

/**
 * Who asks.
 *
 * @param id of the carrier's credentials; absent where the carrier has none with us
 * @param name of the carrier
 */
public record RequestingCarrier(UUID id, String name, PortOutChannel channel) {

    /** @return what failures of this carrier are counted under, and its retries known by */
    public String subject() {
        return channel + ":" + (id == null ? name : id);
    }
}
