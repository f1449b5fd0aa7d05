package org.portcullis.portout.carrier;

/** A secret in clear text, for the one answer that shows it. */
public record NewSecret(String username, String secret) {

    /** Separates the two parts of a key. User names don't contain it. */
    static final char SEPARATOR = '.';

    /** @return user name and secret in one text, for {@code Authorization: Bearer} */
    public String getKey() {
        return username + SEPARATOR + secret;
    }

    /** Omits the secret, since exceptions and logs may contain the text. */
    @Override
    public String toString() {
        return "NewSecret[" + username + "]";
    }
}
