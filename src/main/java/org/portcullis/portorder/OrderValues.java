package org.portcullis.portorder;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;

/** The values of a kept change, as what they were before they became text. */
@TemplateExtension(namespace = "value")
final class OrderValues {

    private OrderValues() {
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Instant moment(String text) {
        return Instant.parse(text);
    }

    static Extent extent(String text) {
        return Extent.valueOf(text);
    }
}
