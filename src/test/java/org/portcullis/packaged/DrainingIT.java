package org.portcullis.packaged;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.partner.BandwidthJudgement;
import org.portcullis.testing.AskingCarrier;

/** An orderly stop under requests of Bandwidth's platform. */
class DrainingIT {

    private static final int CALLERS = 8;
    private static final int ENOUGH = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CREDENTIAL = "Basic "
            + Base64.getEncoder()
                    .encodeToString("bandwidth-demo:portcullis-demo-carrier".getBytes(StandardCharsets.UTF_8));

    private final List<String> approvals = new CopyOnWriteArrayList<>();
    private final Set<Integer> readiness = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean isOver;

    /** A request that finds no process, or whose connection ends with it, is the proxy's business. */
    private void ask(String portal) {
        var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(URI.create(portal + "/carrier/bandwidth/port-out-validation"))
                .header("Authorization", CREDENTIAL)
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString(AskingCarrier.xml("", "+14657110000"))).build();
        while (!isOver) {
            try {
                var answer = client.send(request, BodyHandlers.ofByteArray());
                var judgement = BandwidthJudgement.of(answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(null), answer.body());
                answers.incrementAndGet();
                if (!judgement.isKept()) {
                    approvals.add(judgement.toString());
                }
            } catch (IOException e) {
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void watch(PackagedPortal portal) {
        while (!isOver) {
            try {
                readiness.add(portal.statusOf("/q/health/ready"));
            } catch (IOException e) {
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Test
    void refusesUntilItsEnd(@TempDir Path folder) {
        var threads = Executors.newCachedThreadPool();
        try (var portal = PackagedPortal.start(folder, "quarkus.profile=demo", "quarkus.shutdown.delay=2S")
                .awaitReady()) {
            var url = portal.url();
            for (int i = 0; i < CALLERS; i++) {
                threads.execute(() -> ask(url));
            }
            threads.execute(() -> watch(portal));
            await().atMost(PATIENCE).until(() -> answers.get() > ENOUGH && readiness.contains(200));
            var before = answers.get();
            portal.stop();
            isOver = true;
            assertEquals(List.of(), approvals);
            assertTrue(answers.get() > before, "it went on serving");
            assertEquals(Set.of(200, 503), readiness);
        } finally {
            isOver = true;
            threads.shutdownNow();
        }
    }
}
