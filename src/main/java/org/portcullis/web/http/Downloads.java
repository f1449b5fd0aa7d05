package org.portcullis.web.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Answers that are written to a file before they are sent. A streamed answer holds a thread until its reader has taken
 * it all, so that a few readers that read nothing would take all threads.
 */
@ApplicationScoped
public class Downloads {

    private static final Logger LOG = Logger.getLogger(Downloads.class);
    /** Bytes on the disk for all downloads under way. */
    private static final long DISK = 1L << 30;
    private static final int BUFFER = 64 << 10;

    private final Places disk = new Places(DISK);
    private final CurrentVertxRequest request;

    Downloads(CurrentVertxRequest request) {
        this.request = request;
    }

    /**
     * Blocks until the content is written.
     * @return a file to answer with, which is deleted after the answer
     * @throws WebApplicationException with 503 if the files of all downloads reach their bound
     */
    public Path file(StreamingOutput content) {
        // This instance instead of its client proxy: no request context is active when the file is deleted.
        var routing = request.getCurrent();
        var taken = new AtomicLong();
        try {
            var file = Files.createTempFile("portcullis-", ".answer");
            try (var output = new BufferedOutputStream(new Bounded(Files.newOutputStream(file), taken), BUFFER)) {
                content.write(output);
            } finally {
                routing.vertx().runOnContext(free -> Ending.then(routing, () -> {
                    disk.giveBack(taken.get());
                    delete(routing, file);
                }));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(RoutingContext routing, Path file) {
        routing.vertx().fileSystem().delete(file.toString())
                .onFailure(failure -> LOG.warnf("%s is left: %s", file, failure.getMessage()));
    }

    /** Reserves space on the disk as it writes. */
    private final class Bounded extends FilterOutputStream {

        private final AtomicLong taken;

        private Bounded(OutputStream file, AtomicLong taken) {
            super(file);
            this.taken = taken;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!disk.take(length)) {
                throw new WebApplicationException(Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, RawErrors.RETRY_AFTER_SECONDS).build());
            }
            taken.addAndGet(length);
            out.write(bytes, offset, length);
        }
    }

    /** @return bytes that may still be written to files of downloads */
    long free() {
        return disk.free();
    }
}
