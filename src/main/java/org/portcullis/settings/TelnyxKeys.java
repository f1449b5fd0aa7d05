package org.portcullis.settings;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The keys between Telnyx and the portal: the public one that it signs webhooks with, and the secret one of its API. */
@ApplicationScoped
@Startup
public class TelnyxKeys {

    /** What stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int KEY_BYTES = 32;

    private Optional<PublicKey> webhook;
    private String api;

    /** For the client proxy. */
    TelnyxKeys() {
    }

    /** @throws InvalidSettingException if a key is malformed, or one of the two is missing */
    @Inject
    TelnyxKeys(Settings settings) {
        webhook = settings.telnyx().publicKey().map(TelnyxKeys::publicKey);
        api = webhook.isPresent() ? apiKey(settings.telnyx()) : null;
    }

    /** @return the key that webhooks are signed with; absent where the provider does without Telnyx */
    public Optional<PublicKey> webhook() {
        return webhook;
    }

    /** @return the secret key of the API */
    public String api() {
        return api;
    }

    private static PublicKey publicKey(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length != KEY_BYTES) {
                throw malformed();
            }
            var encoded = new byte[ED25519.length + KEY_BYTES];
            System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
            System.arraycopy(bytes, 0, encoded, ED25519.length, KEY_BYTES);
            var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            // The factory takes bytes that are no point of the curve (RFC 8032 §5.1.3); verifying does not.
            Signature.getInstance("Ed25519").initVerify(key);
            return key;
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw malformed();
        }
    }

    private static InvalidSettingException malformed() {
        return new InvalidSettingException(
                "portcullis.telnyx.public-key must be Base64 of 32 bytes that are an Ed25519 key, as Telnyx's portal shows it");
    }

    private static String apiKey(Settings.Telnyx settings) {
        var key = settings.apiKey().or(() -> settings.apiKeyFile().map(TelnyxKeys::read)).map(String::strip)
                .orElseThrow(() -> new InvalidSettingException(
                        "portcullis.telnyx.api-key must be set (or portcullis.telnyx.api-key-file) where portcullis.telnyx.public-key is"));
        if (!key.matches("[!-~]+")) {
            throw new InvalidSettingException("portcullis.telnyx.api-key must be one word without blanks");
        }
        return key;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidSettingException(
                    "portcullis.telnyx.api-key-file can't be read: " + file.toAbsolutePath().normalize());
        }
    }
}
