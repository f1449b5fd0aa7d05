package org.portcullis.web;

import jakarta.ws.rs.BadRequestException;
import java.util.UUID;

/** Values that the portal itself put into an address or a hidden field: whoever sends anything else made it up. */
public final class Parameters {

    private Parameters() {
    }

    /** @throws BadRequestException if the text is no id */
    public static UUID uuid(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e);
        }
    }

    /** @throws BadRequestException if the text is no version of something */
    public static int version(String text) {
        try {
            int version = Integer.parseInt(text == null ? "" : text);
            if (version >= 0) {
                return version;
            }
        } catch (NumberFormatException e) {
            throw new BadRequestException(e);
        }
        throw new BadRequestException();
    }

    /**
     * @param text possibly null, which is the first page
     * @return the number of a page, from 1
     * @throws BadRequestException if the text is no number
     */
    public static int page(String text) {
        return text == null ? 1 : Math.max(1, version(text));
    }
}
