package org.portcullis.portout.bandwidth;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.portcullis.portout.RequestFault;
import org.portcullis.web.form.Truncate;

/**
 * Reads one {@code PortOutValidationRequest}, event by event. It accepts no document type and no entities but the five
 * of XML itself. Unknown elements are skipped, since the protocol may be extended; known ones may occur once.
 */
final class RequestReader {

    private static final String ROOT = "PortOutValidationRequest";
    private static final String NUMBERS = "TelephoneNumbers";
    private static final String NUMBER = "TelephoneNumber";
    /** The platform's own samples include the country code. */
    private static final Pattern TEN_DIGITS = Pattern.compile("(?:\\+?1)?([0-9]{10})");
    /** Deeper than any valid request; deeper nesting is an attack. */
    private static final int DEEPEST = 20;
    private static final String VERSION = "1.0";
    /** Replaces a value that is too long: no digit, and not ignored when values are compared. */
    private static final String WRONG = "?";

    private final XMLStreamReader xml;
    private final Map<Field, String> fields = new EnumMap<>(Field.class);
    private List<String> numbers;

    /** A text field. */
    private enum Field {
        PON("PON", 25, Excess.REFUSED), PIN("Pin", 10, Excess.WRONG), ACCOUNT_NUMBER("AccountNumber", 25, Excess.WRONG),
        ZIP("ZipCode", 15, Excess.WRONG), SUBSCRIBER_NAME("SubscriberName", 93, Excess.CUT);

        private final String element;
        private final int longest;
        private final Excess excess;

        Field(String element, int longest, Excess excess) {
            this.element = element;
            this.longest = longest;
            this.excess = excess;
        }

        private static Field of(String element) {
            for (Field field : values()) {
                if (field.element.equals(element)) {
                    return field;
                }
            }
            return null;
        }
    }

    /** How a value is treated that exceeds the protocol's length. */
    private enum Excess {
        /** It is compared, and can't match. */
        WRONG,
        /** It is for information only, and is cut. */
        CUT,
        /** The request is malformed. */
        REFUSED
    }

    private RequestReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * @param contentType of the request, or null
     * @throws MalformedRequestException if the body is no request of the protocol
     */
    static ValidationRequest read(byte[] body, String contentType) throws MalformedRequestException {
        try {
            var xml = RequestText.open(factory(), body, contentType);
            var reader = new RequestReader(xml);
            try {
                reader.requireVersion();
                return reader.request();
            } catch (XMLStreamException e) {
                // The parser's message may quote the body, so it is not used as the cause.
                throw reader.malformed(RequestFault.NOT_WELL_FORMED, null);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new MalformedRequestException(RequestFault.NOT_WELL_FORMED, null, null);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no external entities");
        });
        return factory;
    }

    /** In XML 1.1, a PON can hold characters that the answer, which is XML 1.0, can't repeat. */
    private void requireVersion() throws MalformedRequestException {
        if (xml.getVersion() != null && !xml.getVersion().equals(VERSION)) {
            throw malformed(RequestFault.NOT_XML_1_0, null);
        }
    }

    private ValidationRequest request() throws XMLStreamException, MalformedRequestException {
        int event = next();
        if (event != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals(ROOT)) {
            throw malformed(RequestFault.WRONG_ROOT, ROOT);
        }
        for (event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child(xml.getLocalName());
            } else {
                requireBlank();
            }
        }
        while (xml.hasNext()) {
            next();
        }
        if (numbers == null || numbers.isEmpty()) {
            throw malformed(RequestFault.NO_NUMBERS, NUMBERS);
        }
        return new ValidationRequest(fields.get(Field.PON), fields.get(Field.PIN), fields.get(Field.ACCOUNT_NUMBER),
                fields.get(Field.ZIP),
                fields.get(Field.SUBSCRIBER_NAME), numbers);
    }

    private void child(String element) throws XMLStreamException, MalformedRequestException {
        var field = Field.of(element);
        if (element.equals(NUMBERS)) {
            if (numbers != null) {
                throw malformed(RequestFault.ELEMENT_REPEATED, NUMBERS);
            }
            numbers = numbers();
        } else if (field == null) {
            skip();
        } else if (fields.containsKey(field)) {
            throw malformed(RequestFault.ELEMENT_REPEATED, element);
        } else {
            var text = text(element);
            fields.put(field, fitting(field, text));
            if (field.excess == Excess.REFUSED && text.length() > field.longest) {
                throw malformed(RequestFault.VALUE_TOO_LONG, element);
            }
        }
    }

    private static String fitting(Field field, String text) {
        return text.length() <= field.longest ? text
                : field.excess == Excess.WRONG ? WRONG.repeat(field.longest + 1) : Truncate.to(text, field.longest);
    }

    private List<String> numbers() throws XMLStreamException, MalformedRequestException {
        var all = new ArrayList<String>();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (!xml.getLocalName().equals(NUMBER)) {
                    throw malformed(RequestFault.ELEMENT_MISPLACED, NUMBERS);
                }
                var number = TEN_DIGITS.matcher(text(NUMBER));
                if (!number.matches()) {
                    throw malformed(RequestFault.NOT_TEN_DIGITS, NUMBER);
                }
                all.add(number.group(1));
            } else {
                requireBlank();
            }
        }
        return all;
    }

    private String text(String element) throws XMLStreamException, MalformedRequestException {
        var text = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                throw malformed(RequestFault.ELEMENT_MISPLACED, element);
            }
            text.append(xml.getText());
        }
        return text.toString().strip();
    }

    private void skip() throws XMLStreamException, MalformedRequestException {
        for (int depth = 1; depth > 0;) {
            int event = next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (depth > DEEPEST) {
                throw malformed(RequestFault.NESTED_TOO_DEEPLY, null);
            }
        }
    }

    private void requireBlank() throws MalformedRequestException {
        if (!xml.getText().isBlank()) {
            throw malformed(RequestFault.TEXT_BETWEEN_ELEMENTS, null);
        }
    }

    /** @return the next event that is a start tag, an end tag, text, or the end of the document */
    private int next() throws XMLStreamException, MalformedRequestException {
        int event = xml.next();
        while (event == XMLStreamConstants.COMMENT || event == XMLStreamConstants.PROCESSING_INSTRUCTION
                || event == XMLStreamConstants.SPACE) {
            event = xml.next();
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw malformed(RequestFault.DOCUMENT_TYPE, null);
        }
        return event;
    }

    /** @param element with the fault, or null */
    private MalformedRequestException malformed(RequestFault fault, String element) {
        return new MalformedRequestException(fault, element, fields.get(Field.PON));
    }
}
