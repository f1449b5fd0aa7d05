package org.portcullis.portout.carrier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A credential in {@code Authorization}: user name and secret (RFC 7617), or a key (RFC 6750). */
record PresentedCredential(String username, String secret) {

    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";
    /** Far more than any of the portal's credentials needs. */
    private static final int LONGEST = 500;

    /**
     * @param headers every {@code Authorization} header of the request
     * @return the credential; empty if the headers hold none that the protocol accepts
     */
    static Optional<PresentedCredential> in(List<String> headers, Protocol protocol) {
        if (headers.size() != 1 || headers.get(0).length() > LONGEST) {
            return Optional.empty();
        }
        var header = headers.get(0).strip();
        if (startsWith(header, BASIC)) {
            return decoded(header.substring(BASIC.length()).strip()).flatMap(text -> split(text, ':'));
        }
        return protocol.isBearerToo() && startsWith(header, BEARER)
                ? split(header.substring(BEARER.length()).strip(), NewSecret.SEPARATOR)
                : Optional.empty();
    }

    private static boolean startsWith(String header, String scheme) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64))).toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<PresentedCredential> split(String text, char separator) {
        int at = text.indexOf(separator);
        // A database may refuse control characters; none of the portal's credentials contains one.
        return at < 1 || text.chars().anyMatch(Character::isISOControl) ? Optional.empty()
                : Optional.of(new PresentedCredential(text.substring(0, at), text.substring(at + 1)));
    }

    /** Omits the secret, since exceptions and logs may contain the text. */
    @Override
    public String toString() {
        return "Shown[]";
    }
}
