package org.portcullis.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** A certificate with its key, made by the JDK's {@code keytool}. */
public record TestCertificate(Path store, byte[] der) {

    public static final String PASSWORD = "only-for-tests";
    private static final String ALIAS = "it";

    /** One for a server or a client, valid for two years from yesterday. */
    public static TestCertificate named(String name) {
        return lasting(name, "-1d", 730);
    }

    /** @param start such as {@code -10d} */
    public static TestCertificate lasting(String name, String start, int days) {
        try {
            var store = Files.createTempDirectory("portcullis-test-").resolve("store.p12");
            var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            var process = new ProcessBuilder(keytool, "-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname",
                    "secp256r1", "-dname",
                    "CN=" + name + ", O=" + UUID.randomUUID(), "-ext", "san=dns:localhost,ip:127.0.0.1", "-startdate",
                    start, "-validity", String.valueOf(days),
                    "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString())
                    .redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(said);
            }
            return new TestCertificate(store, keys(store).getCertificate(ALIAS).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore keys(Path store) {
        try {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(new ByteArrayInputStream(Files.readAllBytes(store)), PASSWORD.toCharArray());
            return keys;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public KeyStore keys() {
        return keys(store);
    }

    public String pem() {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }

    /** @return in the header's form by RFC 9440 */
    public String header() {
        return ":" + Base64.getEncoder().encodeToString(der) + ":";
    }

    /** @return SHA-256 in lower-case hex */
    public String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
