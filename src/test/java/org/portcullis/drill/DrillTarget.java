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
 * The portal under test and the data that the drill needs. It must not be a portal with real customers: the drill
 * guesses PINs until they are blocked.
 *
 * @param portal its address
 * @param user of a Bandwidth credential
 * @param number in E.164 of an organization in the United States with a PIN
 * @param pin of that organization, to show that other rules refuse even with the right PIN; or null
 * @param lockedNumber of the same organization, or null
 * @param numberWithoutPin of an organization without a PIN, or null
 * @param telnyx how the portal is connected to the Telnyx stand-in; null to leave Telnyx out
 */
record DrillTarget(String portal, String user, String secret, String number, String pin, String lockedNumber,
        String numberWithoutPin,
        Telnyx telnyx) {

    /**
     * @param port that the portal's {@code portcullis.telnyx.api-url} points to, on this machine
     * @param keys the key pair whose public key is the portal's {@code portcullis.telnyx.public-key}; only the private
     * key is used here
     * @param patience how long the portal may take to answer a port-out that was never announced
     */
    record Telnyx(int port, String apiKey, KeyPair keys, Duration patience) {
    }

    /** @throws IllegalArgumentException if an entry is missing or invalid; its message names the entry */
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
            // Neither message repeats the file's content, which holds secrets.
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

    /** Omits the secrets, since the text may be logged. */
    @Override
    public String toString() {
        return "DrillTarget[" + portal + "]";
    }
}
