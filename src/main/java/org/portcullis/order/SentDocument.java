package org.portcullis.order;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.order.document.Document;
import org.portcullis.order.document.DocumentKind;

/**
 * A document as named in the history of an order, even after it was replaced.
 *
 * @param signedName who signed it in the portal; null, like the moment, for an uploaded document
 */
public record SentDocument(DocumentKind kind, String name, String signedName, Instant signedAt) {

    private static final String SEPARATOR = "\t";

    /**
     * @return the documents as text, one per line, so that different ones can be distinguished; null if there are none
     */
    static String text(List<Document> documents) {
        return documents.isEmpty() ? null
                : documents.stream().map(SentDocument::line).collect(Collectors.joining("\n"));
    }

    private static String line(Document document) {
        return String.join(SEPARATOR, document.kind.name(), document.id.toString(), plain(document.name),
                document.isSigned() ? plain(document.signedName) : "",
                document.isSigned() ? document.signedAt.toString() : "");
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", " ");
    }

    public static List<SentDocument> of(String text) {
        return Arrays.stream(text.split("\n")).map(line -> line.split(SEPARATOR, -1))
                .map(parts -> new SentDocument(DocumentKind.valueOf(parts[0]), parts[2],
                        parts[3].isEmpty() ? null : parts[3], parts[4].isEmpty() ? null : Instant.parse(parts[4])))
                .toList();
    }
}
