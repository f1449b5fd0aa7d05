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
 * Answers that are whole before they are sent: what is streamed while it is made holds a thread for as long as its reader likes,
 * and a customer who reads nothing would soon hold them all.
 */
@ApplicationScoped
public class Downloads {

    private static final Logger LOG = Logger.getLogger(Downloads.class);
    /** Bytes on the disk, of all that are being read. */
    private static final long DISK = 1L << 30;
    private static final int BUFFER = 64 << 10;

    private final Places disk = new Places(DISK);
    private final CurrentVertxRequest request;

    Downloads(CurrentVertxRequest request) {
        this.request = request;
    }

    /**
     * Blocks until all is written.
     *
     * @return a file to answer with, which goes with the answer
     * @throws WebApplicationException if too much is being read already: 503, it may be asked for again
     */
    public Path file(StreamingOutput content) {
        // Itself, and no proxy of it: there is no request any more when its file goes.
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

    /** Takes its room on the disk piece by piece. */
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

    /** @return bytes of answers that may still be kept in files */
    long free() {
        return disk.free();
    }
}
