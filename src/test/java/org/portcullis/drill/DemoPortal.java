package org.portcullis.drill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.portcullis.drill.DrillTarget.Telnyx;
import org.portcullis.packaged.PackagedPortal;
import org.portcullis.testing.Visitor;

/** The packaged portal with its demo, started for the drill and connected to the Telnyx stand-in. */
final class DemoPortal implements AutoCloseable {

    private static final String NUMBER = "+12065550100";
    private static final String LOCKED = "+12065550101";
    private static final String PIN = "7391846205";
    private static final String ADMIN = "admin@cascade.example";
    private static final String PASSWORD = "portcullis-demo";
    private static final int KEY_BYTES = 32;
    /** More than the five minutes that a decision may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final PackagedPortal portal;
    private final Telnyx telnyx;

    private DemoPortal(PackagedPortal portal, Telnyx telnyx) {
        this.portal = portal;
        this.telnyx = telnyx;
    }

    static DemoPortal start(Path application, Path folder) throws IOException, GeneralSecurityException {
        var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var encoded = keys.getPublic().getEncoded();
        var telnyx = new Telnyx(freePort(), UUID.randomUUID().toString(), keys, PATIENCE);
        var portal = PackagedPortal.startAsOperated(application, folder, "quarkus.profile=demo",
                "portcullis.telnyx.public-key=" + Base64.getEncoder()
                        .encodeToString(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length)),
                "portcullis.telnyx.api-key=" + telnyx.apiKey(),
                "portcullis.telnyx.api-url=http://127.0.0.1:" + telnyx.port(),
                "portcullis.telnyx.look-every=10s", "portcullis.telnyx.every=1s");
        return new DemoPortal(portal.awaitReady(), telnyx);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    DrillTarget target() {
        return new DrillTarget(portal.url(), "bandwidth-demo", "portcullis-demo-carrier", NUMBER, PIN, LOCKED, NUMBER,
                telnyx);
    }

    /** Uses the portal's pages, as the demo's admin would. */
    void setPinAndLock() {
        var admin = Visitor.of(portal.url()).with("Accept-Language", "en-US");
        require(admin.signIn(ADMIN, PASSWORD).status(), "sign in");
        require(admin.get("/port-orders/pin").submit("/port-orders/pin", Map.of("pin", PIN)).status(), "set the PIN");
        require(admin.get("/port-orders/locks").submit("/port-orders/locks/numbers", Map.of("text", LOCKED)).status(),
                "lock a number");
    }

    private static void require(int status, String what) {
        if (status != 303) {
            throw new IllegalStateException("Could not " + what + ": " + status);
        }
    }

    @Override
    public void close() {
        portal.stop();
    }
}
