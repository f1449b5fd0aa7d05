package org.portcullis.web.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/** The complete body of a request: in memory where it is small, else in a file until the answer is sent. */
public final class Body {

    /** Used where the request has no body. */
    public static final Body NONE = new Body(Buffer.buffer(), null, 0);

    private static final String KEY = "portcullis.body";

    private final Buffer bytes;
    private final Path file;
    private final long length;
    private final Places.Place place;

    Body(Buffer bytes, Path file, long length) {
        this(bytes, file, length, null);
    }

    private Body(Buffer bytes, Path file, long length, Places.Place place) {
        this.bytes = bytes;
        this.file = file;
        this.length = length;
        this.place = place;
    }

    /** @return this body with its memory permit */
    Body in(Places.Place taken) {
        return new Body(bytes, file, length, taken);
    }

    /**
     * @return the work with the body, which keeps its memory permit until the work ends, even if the client disconnects
     * meanwhile; it fails with {@link CancellationException} if the client disconnects before the work begins
     */
    public <T> Callable<T> held(Callable<T> work) {
        return place == null ? work : () -> {
            if (!place.keep()) {
                throw new CancellationException("The sender has gone");
            }
            try {
                return work.call();
            } finally {
                place.leave();
            }
        };
    }

    /** @return the request's body; empty where none was read */
    public static Body of(RoutingContext routing) {
        Body body = routing.get(KEY);
        return body == null ? NONE : body;
    }

    void putInto(RoutingContext routing) {
        routing.put(KEY, this);
    }

    /** @return in bytes */
    public long length() {
        return length;
    }

    /** @return whether {@link #bytes} does not block */
    boolean isInMemory() {
        return file == null;
    }

    /** Blocks where the body is in a file. */
    public byte[] bytes() {
        try {
            return file == null ? bytes.getBytes() : Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the body; the caller closes the stream */
    InputStream stream() {
        return file == null ? new ByteArrayInputStream(bytes.getBytes()) : new FileBody(file);
    }

    private static final class FileBody extends InputStream {

        private final Path file;
        private InputStream open;

        private FileBody(Path file) {
            this.file = file;
        }

        private InputStream open() throws IOException {
            if (open == null) {
                open = Files.newInputStream(file);
            }
            return open;
        }

        @Override
        public int read() throws IOException {
            return open().read();
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            return open().read(into, offset, most);
        }

        @Override
        public int available() throws IOException {
            return open().available();
        }

        @Override
        public void close() throws IOException {
            if (open != null) {
                open.close();
            }
        }
    }
}
