package org.portcullis.orderform;

import jakarta.ws.rs.BadRequestException;
import java.util.Arrays;
import java.util.Locale;

/** Which button of a step was pressed; each keeps what was typed. */
enum Go {
    NEXT, BACK, LATER;

    /** @throws BadRequestException if no page has such a button */
    static Go of(String value) {
        if (value == null) {
            return NEXT;
        }
        return Arrays.stream(values()).filter(go -> go.name().toLowerCase(Locale.ROOT).equals(value)).findFirst()
                .orElseThrow(BadRequestException::new);
    }
}
