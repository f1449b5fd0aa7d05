package org.portcullis.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Connects a portal in the test's process to Telnyx: to a port where a stand-in may listen, with its own keys. */
public class TelnyxAccount implements QuarkusTestResourceLifecycleManager {

    public static final String API_KEY = "KEY0123456789ABCDEF_a-secret-of-the-tests";

    private static final String PORT = "portal.test.telnyx";
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 30_000;
    private static final int KEY_BYTES = 32;
    private static final KeyPair KEYS = generated();

    /** The same keys in every run, and in every class loader. */
    private static KeyPair generated() {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new SecureRandom() {
                @Override
                public void nextBytes(byte[] bytes) {
                    Arrays.fill(bytes, (byte) 7);
                }
            });
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the keys that Telnyx signs its webhooks with */
    public static KeyPair keys() {
        return KEYS;
    }

    /** @return in the form that Telnyx's portal shows */
    public static String publicKey() {
        var encoded = KEYS.getPublic().getEncoded();
        return Base64.getEncoder()
                .encodeToString(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
    }

    /** @return the signature in the form that Telnyx sends */
    public static String signed(String timestamp, String body) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(KEYS.getPrivate());
            signature.update((timestamp + "|" + body).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the port at which the portal expects Telnyx */
    public static int port() {
        return Integer.getInteger(PORT);
    }

    @Override
    public Map<String, String> start() {
        System.setProperty(PORT, String.valueOf(freePort()));
        return Map.of("portcullis.telnyx.public-key", publicKey(), "portcullis.telnyx.api-key", API_KEY,
                "portcullis.telnyx.api-url", "http://127.0.0.1:" + port(), "portcullis.telnyx.every", "off",
                "portcullis.telnyx.look-every", "off");
    }

    /** Below the range of ephemeral ports, so that no other process gets it before a stand-in listens there. */
    private static int freePort() {
        return ThreadLocalRandom.current().ints(LOWEST_PORT, HIGHEST_PORT).filter(TelnyxAccount::isFree).findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void stop() {
        System.clearProperty(PORT);
    }
}
