package org.portcullis.web.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.RawConnection;
import org.portcullis.testing.Visitor;

/** Senders that go while it is looked up who they are take nothing with them. */
@QuarkusTest
class GoneSendersTest extends PortalTest {

    private static final int SENDERS = 20;
    /** More than there are threads for pages, by which sessions are looked up. */
    private static final int ALL_THREADS = 100;

    @Inject
    Bodies bodies;

    @Inject
    RequestThreads threads;

    @ParameterizedTest
    @CsvSource({"application/x-www-form-urlencoded, 1000, 1000", "application/x-www-form-urlencoded, 200000, 200000",
        "application/x-www-form-urlencoded, 200000, 90000", "multipart/form-data; boundary=x, 5000000, 200000"})
    void leaveTheRoomOfTheirBodies(String type, int announced, int sent) {
        var visitor = Visitor.inEnglish().signedInAs(Fixtures.organization("Cascade Freight").saved().admin());
        await().until(() -> threads.held(RequestKind.PAGES) == 0);
        long memory = bodies.free(RequestKind.PAGES);
        long disk = bodies.freeOnDisk(RequestKind.PAGES);
        var end = new CountDownLatch(1);
        try {
            for (int i = 0; i < ALL_THREADS; i++) {
                threads.run(RequestKind.PAGES, () -> {
                    end.await();
                    return null;
                });
            }
            for (int i = 0; i < SENDERS; i++) {
                try (var connection = RawConnection.asking("POST /port-orders/pin HTTP/1.1", "Host: localhost",
                        "Content-Type: " + type,
                        "Cookie: " + visitor.cookies(), "X-Forwarded-For: " + Visitor.someAddress(),
                        "Content-Length: " + announced)) {
                    connection.send("a".repeat(sent));
                }
            }
            // Not all of them: one may be gone before its head was read.
            await().until(() -> threads.held(RequestKind.PAGES) > ALL_THREADS);
        } finally {
            end.countDown();
        }
        await().until(() -> threads.held(RequestKind.PAGES) == 0);
        await().until(() -> bodies.free(RequestKind.PAGES) == memory && bodies.freeOnDisk(RequestKind.PAGES) == disk);
        assertEquals(200, visitor.get("/port-orders").status());
    }
}
