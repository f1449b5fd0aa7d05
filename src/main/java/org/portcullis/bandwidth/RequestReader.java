package org.portcullis.bandwidth;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one {@code PortOutValidationRequest}, event by event and nothing beside: no document type, no entity but the five
 * of XML itself. Elements that the protocol may get one day are passed over; the known ones stand there once at most.
 */
final class RequestReader {

    private static final String ROOT = "PortOutValidationRequest";
    private static final String NUMBERS = "TelephoneNumbers";
    private static final String NUMBER = "TelephoneNumber";
    private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
    /** Deeper than any request goes; what nests deeper is an attack. */
    private static final int DEEPEST = 20;
    private static final String VERSION = "1.0";
    /** In place of what is too long to be right: neither a digit, nor passed over where values are compared. */
    private static final String WRONG = "?";

    private final XMLStreamReader xml;
    private final Map<Field, String> fields = new EnumMap<>(Field.class);
    private List<String> numbers;

    /** A field that stands there as text, as how much of it at most, and whether it is compared: then a longer one is simply wrong. */
    private enum Field {
        PON("PON", 25, false), PIN("Pin", 10, true), ACCOUNT_NUMBER("AccountNumber", 25, true), ZIP("ZipCode", 15, true),
        SUBSCRIBER_NAME("SubscriberName", 93, false);

        private final String element;
        private final int longest;
        private final boolean isCompared;

        Field(String element, int longest, boolean isCompared) {
            this.element = element;
            this.longest = longest;
            this.isCompared = isCompared;
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

    private RequestReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * @param contentType of the request, or null; its charset goes before the document's own declaration (RFC 7303)
     * @throws MalformedRequestException if this is no request of the protocol
     */
    static ValidationRequest read(byte[] body, String contentType) throws MalformedRequestException {
        try {
            var stream = new ByteArrayInputStream(body);
            var charset = charset(body, contentType);
            var xml = charset == null ? factory().createXMLStreamReader(stream) : factory().createXMLStreamReader(stream, charset.name());
            var reader = new RequestReader(xml);
            try {
                reader.requireVersion();
                return reader.request();
            } catch (XMLStreamException e) {
                // Its message may quote what was sent.
                throw reader.malformed("The request is not well-formed XML.");
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new MalformedRequestException("The request is not well-formed XML.", null);
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

    private static Charset charset(byte[] body, String contentType) throws MalformedRequestException {
        Matcher parameter = CHARSET.matcher(contentType == null ? "" : contentType);
        if (!parameter.find() || hasByteOrderMark(body)) {
            return null;
        }
        try {
            return Charset.forName(parameter.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MalformedRequestException("The character set of the request is not known.", null);
        }
    }

    private static boolean hasByteOrderMark(byte[] body) {
        if (body.length < 2) {
            return false;
        }
        int first = (body[0] & 0xff) << 8 | body[1] & 0xff;
        return first == 0xfeff || first == 0xfffe || first == 0xefbb;
    }

    /** XML 1.1 lets a PON hold what the answer, which is XML 1.0, can't repeat. */
    private void requireVersion() throws MalformedRequestException {
        if (xml.getVersion() != null && !xml.getVersion().equals(VERSION)) {
            throw malformed("The request must be XML " + VERSION + ".");
        }
    }

    private ValidationRequest request() throws XMLStreamException, MalformedRequestException {
        int event = next();
        if (event != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals(ROOT)) {
            throw malformed("The root element must be " + ROOT + ".");
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
            throw malformed("At least one " + NUMBER + " is needed.");
        }
        return new ValidationRequest(fields.get(Field.PON), fields.get(Field.PIN), fields.get(Field.ACCOUNT_NUMBER), fields.get(Field.ZIP),
                fields.get(Field.SUBSCRIBER_NAME), numbers);
    }

    private void child(String element) throws XMLStreamException, MalformedRequestException {
        var field = Field.of(element);
        if (element.equals(NUMBERS)) {
            if (numbers != null) {
                throw malformed(NUMBERS + " must be there once.");
            }
            numbers = numbers();
        } else if (field == null) {
            skip();
        } else if (fields.containsKey(field)) {
            throw malformed(element + " must be there once at most.");
        } else {
            var text = text(element);
            var isTooLong = text.length() > field.longest;
            if (isTooLong && !field.isCompared) {
                throw malformed(element + " must have at most " + field.longest + " characters.");
            }
            fields.put(field, isTooLong ? WRONG.repeat(field.longest + 1) : text);
        }
    }

    private List<String> numbers() throws XMLStreamException, MalformedRequestException {
        var all = new ArrayList<String>();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (!xml.getLocalName().equals(NUMBER)) {
                    throw malformed(NUMBERS + " must hold " + NUMBER + " elements only.");
                }
                var number = text(NUMBER);
                if (!TEN_DIGITS.matcher(number).matches()) {
                    throw malformed("Each " + NUMBER + " must have 10 digits.");
                }
                all.add(number);
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
                throw malformed(element + " must hold text only.");
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
                throw malformed("The request is nested too deeply.");
            }
        }
    }

    private void requireBlank() throws MalformedRequestException {
        if (!xml.getText().isBlank()) {
            throw malformed("There is text between the elements.");
        }
    }

    /** @return the next event that is an element, its end, text, or the end of the document */
    private int next() throws XMLStreamException, MalformedRequestException {
        int event = xml.next();
        while (event == XMLStreamConstants.COMMENT || event == XMLStreamConstants.PROCESSING_INSTRUCTION
                || event == XMLStreamConstants.SPACE) {
            event = xml.next();
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw malformed("Document types and entities are not allowed.");
        }
        return event;
    }

    private MalformedRequestException malformed(String message) {
        return new MalformedRequestException(message, fields.get(Field.PON));
    }
}
