package org.portcullis.siege;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.portcullis.packaged.PackagedPortal;
import org.portcullis.partner.TelnyxPlatform;

/**
 * The packaged demo, started as in README with a heap of 512 MB, and connected to the Telnyx stand-in. It can be
 * restarted.
 */
final class SiegePortal implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int KEY_BYTES = 32;

    private final Path application;
    private final Path folder;
    private final int port = freePort();
    private final int managementPort = freePort();
    private final int telnyxPort = freePort();
    private final String apiKey = UUID.randomUUID().toString();
    private final KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    private final TelnyxPlatform telnyx = new TelnyxPlatform(telnyxPort, apiKey, keys,
            URI.create(url() + "/carrier/telnyx/webhook"), Clock.systemUTC());
    private PackagedPortal process;

    SiegePortal(Path application, Path folder) throws IOException, GeneralSecurityException {
        this.application = application;
        this.folder = folder;
        Files.createDirectories(bodies());
        start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void start() {
        var encoded = keys.getPublic().getEncoded();
        var key = Base64.getEncoder()
                .encodeToString(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
        process = PackagedPortal.startWith(OPTIONS, application, folder, "quarkus.profile=demo",
                "quarkus.http.port=" + port,
                "quarkus.management.port=" + managementPort, "java.io.tmpdir=" + bodies(),
                "portcullis.telnyx.public-key=" + key,
                "portcullis.telnyx.api-key=" + apiKey, "portcullis.telnyx.api-url=http://127.0.0.1:" + telnyxPort)
                .awaitReady();
    }

    void startAnew() {
        process.stop();
        start();
    }

    private Path bodies() {
        return folder.resolve("bodies");
    }

    int port() {
        return port;
    }

    String url() {
        return "http://localhost:" + port;
    }

    TelnyxPlatform telnyx() {
        return telnyx;
    }

    /** For callers such as a carrier's platform or a reverse proxy on this machine. */
    Caller callerFrom(String source) {
        return new Caller(port, source, Duration.ofSeconds(30));
    }

    /** @return 0 once it has ended */
    long processId() {
        return process.isAlive() ? process.processId() : 0;
    }

    boolean hasRunOutOfMemory() {
        return process.log().contains("OutOfMemoryError");
    }

    /** @return how many files of request bodies are left */
    long countBodies() throws IOException {
        try (var files = Files.list(bodies())) {
            return files.filter(file -> file.toString().endsWith(".body")).count();
        }
    }

    /** @return the sum of a metric over all series with the tag */
    double metric(String name, String tag) throws IOException {
        return values(name, tag).stream().mapToDouble(Double::doubleValue).sum();
    }

    /** @return by how many seconds the most overdue job is late */
    double mostOverdue() throws IOException {
        return values("portcullis_task_overdue_seconds", "").stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private List<Double> values(String name, String tag) throws IOException {
        var text = new Caller(managementPort, "127.0.0.1", PATIENCE).get("/q/metrics", Map.of()).body();
        return Pattern.compile("(?m)^" + name + "(?:\\{([^}]*)})? ([0-9.Ee+-]+)$").matcher(text).results()
                .filter(line -> line.group(1) == null || line.group(1).contains(tag))
                .map(line -> Double.valueOf(line.group(2))).toList();
    }

    @Override
    public void close() {
        telnyx.close();
        process.close();
    }
}
