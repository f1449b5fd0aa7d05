package org.portcullis.portout.carrier;

import java.util.UUID;

/**
 * The requesting carrier.
 *
 * @param id of the carrier's credentials; absent if the carrier has none here
 * @param name of the carrier
 */
public record RequestingCarrier(UUID id, String name, PortOutChannel channel) {

    /** @return the key that this carrier's failures are counted by and its retries are recognized by */
    public String subject() {
        return channel + ":" + (id == null ? name : id);
    }
}
