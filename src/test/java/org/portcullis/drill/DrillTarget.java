package org.portcullis.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;

/**
 * The portal that is tried, and what the drill knows of it. Never the one that real customers depend on: the drill guesses PINs
 * until they are locked out.
 *
 * @param portal its address
 * @param user of a Bandwidth credential
 * @param number in E.164 of an organization in the United States with a PIN
 * @param pin of that organization, with which it is shown that other rules hold against the right one, too; or null
 * @param lockedNumber of the same organization, or null
 * @param numberWithoutPin of an organization that has set none, or null
 * @param telnyx how the portal is connected with the stand-in for Telnyx; null to leave Telnyx out
 */
record DrillTarget(String portal, String user, String secret, String number, String pin, String lockedNumber,
        String numberWithoutPin,
        Telnyx telnyx) {

    /**
     * @param port at which the portal's {@code portcullis.telnyx.api-url} leads to this machine
     * @param keys whose public one is the portal's {@code portcullis.telnyx.public-key}; the public one is not needed here
     * @param patience how long the portal may take to answer what it was never told
     */
    record Telnyx(int port, String apiKey, KeyPair keys, Duration patience) {
    }

    /** @throws IllegalArgumentException if something is missing or can't be read; its message names it */
    static DrillTarget from(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new DrillTarget(needed(properties, "portal"), needed(properties, "bandwidth.user"),
                needed(properties, "bandwidth.secret"),
                needed(properties, "number"), properties.getProperty("pin"), properties.getProperty("locked-number"),
                properties.getProperty("number-without-pin"),
                properties.containsKey("telnyx.port") ? telnyx(properties) : null);
    }

    private static Telnyx telnyx(Properties properties) throws IOException {
        var minutes = Integer.parseInt(properties.getProperty("telnyx.minutes", "30"));
        return new Telnyx(Integer.parseInt(needed(properties, "telnyx.port")), needed(properties, "telnyx.api-key"),
                new KeyPair(null, privateKey(Path.of(needed(properties, "telnyx.private-key-file")))),
                Duration.ofMinutes(minutes));
    }

    private static PrivateKey privateKey(Path file) throws IOException {
        try {
            var encoded = Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Neither repeats what the file holds.
            throw new IllegalArgumentException(
                    "telnyx.private-key-file: " + file + " holds no private key of Ed25519 in PEM");
        }
    }

    private static String needed(Properties properties, String name) {
        var value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.strip();
    }

    /** Without its secrets, wherever it is printed. */
    @Override
    public String toString() {
        return "DrillTarget[" + portal + "]";
    }
}
