package org.portcullis.order;

import java.security.SecureRandom;

/** Generates purchase order numbers: twelve capitals and digits that are not easily confused when read aloud. */
final class Pon {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String PREFIX = "PC";
    private static final int RANDOM_LENGTH = 10;

    private Pon() {
    }

    static String random() {
        return new SecureRandom().ints(RANDOM_LENGTH, 0, ALPHABET.length())
                .map(ALPHABET::charAt)
                .collect(() -> new StringBuilder(PREFIX), StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
