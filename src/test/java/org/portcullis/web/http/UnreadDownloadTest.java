package org.portcullis.web.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.order.document.Pdfs;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.RawConnection;
import org.portcullis.testing.Visitor;

/** Who asks for large files and reads nothing of them holds no thread. */
@QuarkusTest
@TestProfile(UnreadDownloadTest.TwoThreads.class)
class UnreadDownloadTest extends PortalTest {

    private static final int THREADS = 2;
    /** More than two ends of a connection keep between them. */
    private static final int LARGE = 20_000_000;

    @Inject
    Downloads downloads;

    private final List<RawConnection> unread = new ArrayList<>();

    public static final class TwoThreads implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("portcullis.http.page-threads", String.valueOf(THREADS));
        }
    }

    @AfterEach
    void hangUp() {
        unread.forEach(RawConnection::close);
    }

    @Test
    void holdsNoThreadAndLeavesNoFile() {
        long free = downloads.free();
        var organization = Fixtures.organization("Cascade Freight").saved();
        var content = Pdfs.large(LARGE);
        var path = "/port-orders/documents/"
                + organization.document(organization.order("Harbor").saved(), "bill.pdf", content, 100_000);
        var visitor = Visitor.inEnglish().signedInAs(organization.viewer());
        for (int i = 0; i < 3 * THREADS; i++) {
            var connection = RawConnection.asking("GET " + path + " HTTP/1.1", "Host: localhost",
                    "Cookie: " + visitor.cookies());
            unread.add(connection);
            assertTrue(connection.head().startsWith("HTTP/1.1 200 "));
        }
        await().untilAsserted(() -> assertEquals(200, visitor.get("/port-orders").status()));
        assertEquals(free - unread.size() * (long) content.length, downloads.free());
        assertArrayEquals(content, visitor.download(path).body());
        hangUp();
        await().until(() -> downloads.free() == free);
    }
}
