package org.portcullis.portout.bandwidth;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.portcullis.portout.RequestFault;

/**
 * Decodes a request: in the character set of its byte order mark, else of its media type, else of its XML declaration
 * (RFC 7303). Blanks before the declaration, which XML forbids but platforms send, are skipped.
 */
final class RequestText {

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private RequestText() {
    }

    /**
     * @param contentType of the request, or null
     * @throws MalformedRequestException if the bytes are invalid in the character set
     */
    static XMLStreamReader open(XMLInputFactory factory, byte[] body, String contentType)
            throws XMLStreamException, MalformedRequestException {
        var charset = charset(body, contentType);
        if (charset == null) {
            int start = 0;
            while (start < body.length && isBlank((char) body[start])) {
                start++;
            }
            return factory.createXMLStreamReader(new ByteArrayInputStream(body, start, body.length - start));
        }
        return factory.createXMLStreamReader(new StringReader(withoutBlanksBefore(decode(body, charset))));
    }

    /** @return null if only the document's own declaration, if any, names the character set */
    private static Charset charset(byte[] body, String contentType) throws MalformedRequestException {
        var marked = marked(body);
        Matcher parameter = CHARSET.matcher(contentType == null ? "" : contentType);
        if (marked != null || !parameter.find()) {
            return marked;
        }
        try {
            return Charset.forName(parameter.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MalformedRequestException(RequestFault.UNKNOWN_CHARACTER_SET, null, null);
        }
    }

    private static Charset marked(byte[] body) {
        int first = body.length < 2 ? 0 : (body[0] & 0xff) << 8 | body[1] & 0xff;
        return switch (first) {
            case 0xfeff -> StandardCharsets.UTF_16BE;
            case 0xfffe -> StandardCharsets.UTF_16LE;
            case 0xefbb -> StandardCharsets.UTF_8;
            default -> null;
        };
    }

    private static String decode(byte[] body, Charset charset) throws MalformedRequestException {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException | UnsupportedOperationException e) {
            throw new MalformedRequestException(RequestFault.NOT_WELL_FORMED, null, null);
        }
    }

    private static String withoutBlanksBefore(String text) {
        int start = 0;
        while (start < text.length()
                && (isBlank(text.charAt(start)) || start == 0 && text.charAt(0) == BYTE_ORDER_MARK)) {
            start++;
        }
        return text.substring(start);
    }

    /** By XML 1.0 §2.3. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
