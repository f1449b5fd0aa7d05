package org.portcullis.portout;

import java.util.UUID;

/**
 * Who asks.
 *
 * @param id of the carrier's credentials; absent where the carrier has none with us
 * @param name of the carrier
 */
public record Asker(UUID id, String name, Channel channel) {

    /** @return what failures of this carrier are counted under, and its retries known by */
    String subject() {
        return channel + ":" + (id == null ? name : id);
    }
}
