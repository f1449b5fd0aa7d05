package org.portcullis.web.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.RawConnection;

/** Where a body is while it arrives that is too long for the memory. */
@QuarkusTest
class UploadFilesTest extends PortalTest {

    @Inject
    TemporaryFiles files;

    private List<Path> bodies() {
        try (var found = Files.list(files.folder())) {
            return found.filter(file -> file.toString().endsWith(".body")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void canBeReadByThePortalAloneAndGoWithTheRequest() throws IOException {
        try (var connection = RawConnection.asking("POST /sign-in HTTP/1.1", "Host: localhost",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 200000")) {
            connection.send("a".repeat(100_000));
            await().until(() -> bodies().size() == 1);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(bodies().get(0))));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(files.folder())));
        }
        await().until(() -> bodies().isEmpty());
    }
}
