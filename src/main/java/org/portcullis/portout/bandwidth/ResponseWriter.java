package org.portcullis.portout.bandwidth;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a {@code PortOutValidationResponse}. */
final class ResponseWriter {

    private ResponseWriter() {
    }

    /** @param pon of the request, or null */
    static byte[] allowed(String pon) {
        return write(pon, Map.of(), List.of());
    }

    /**
     * A refusal always has {@code AcceptableValues}, since the platform may take one without them for an approval. Only
     * numbers are given as such values; the others are the customer's secrets.
     *
     * @param errors at least one: each code with a sentence for the platform's staff
     * @param acceptable numbers that would be right, ten digits each; possibly none
     */
    static byte[] refused(String pon, Map<BandwidthCode, String> errors, Collection<String> acceptable) {
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("A refusal without a code is an approval");
        }
        return write(pon, errors, acceptable);
    }

    private static byte[] write(String pon, Map<BandwidthCode, String> errors, Collection<String> acceptable) {
        try {
            var bytes = new ByteArrayOutputStream();
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("PortOutValidationResponse");
            element(xml, "Portable", Boolean.toString(errors.isEmpty()));
            if (canBeEchoed(pon)) {
                element(xml, "PON", pon);
            }
            if (!errors.isEmpty()) {
                xml.writeStartElement("Errors");
                for (var error : errors.entrySet()) {
                    xml.writeStartElement("Error");
                    element(xml, "Code", Integer.toString(error.getKey().number()));
                    element(xml, "Description", error.getValue());
                    xml.writeEndElement();
                }
                xml.writeEndElement();
                xml.writeStartElement("AcceptableValues");
                xml.writeStartElement("TelephoneNumbers");
                for (String number : acceptable) {
                    element(xml, "TelephoneNumber", number);
                }
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * With a single character that XML 1.0 forbids, the platform can't read the answer, and takes it for an approval.
     */
    private static boolean canBeEchoed(String pon) {
        return pon != null && !pon.isEmpty() && pon.codePoints().allMatch(ResponseWriter::isChar);
    }

    /** By XML 1.0 §2.2. */
    private static boolean isChar(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd
                || c >= 0x10000;
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
