package org.portcullis.order.detail;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.portcullis.order.Extent;
import org.portcullis.order.FewRanges;
import org.portcullis.order.SentDocument;

/** Parses the text values of a stored change. */
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

    static List<SentDocument> documents(String text) {
        return SentDocument.of(text);
    }

    static FewRanges ranges(String text) {
        return FewRanges.of(FewRanges.read(text));
    }

    static Extent extent(String text) {
        return Extent.valueOf(text);
    }
}
