package org.portcullis.portout.carrier;

/** A secret while it can be read: in the answer that shows it, once. */
public record NewSecret(String username, String secret) {

    /** Between the two parts of a key. User names don't hold it. */
    static final char SEPARATOR = '.';

    /** @return both in one, for {@code Authorization: Bearer} */
    public String getKey() {
        return username + SEPARATOR + secret;
    }

    /** Without the secret: exceptions and logs may hold it. */
    @Override
    public String toString() {
        return "NewSecret[" + username + "]";
    }
}
