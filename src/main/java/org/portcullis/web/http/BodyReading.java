package org.portcullis.web.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;
import org.portcullis.web.http.UnreadBodyException.Reason;

/** Reads one body on the request's event loop, so that a slow sender holds no thread. */
final class BodyReading {

    private static final Logger LOG = Logger.getLogger(BodyReading.class);
    private static final RareLog RARELY = new RareLog(LOG);
    /** In bytes: a longer body goes into a file. */
    private static final int IN_MEMORY = 64 << 10;
    private static final long SECOND = 1_000;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final Bounds bounds;
    private final Promise<Body> promise = Promise.promise();
    private Buffer bytes = Buffer.buffer();
    private AsyncFile file;
    private Path path;
    private long length;
    private long onDisk;
    private long waited;
    private long timer;
    private boolean isOver;
    private boolean isClosing;

    /**
     * Bounds of one body.
     * @param longest in bytes
     * @param within milliseconds that the whole body may take
     * @param uploadWithin the same for an upload that keeps its rate
     * @param uploadRate bytes a second that an upload has to keep after {@code within}; 0 where the body is no upload
     * @param disk bound on the bytes in files
     * @param folder of the files
     */
    record Bounds(long longest, long within, long uploadWithin, long uploadRate, Places disk, Path folder) {
    }

    private BodyReading(RoutingContext routing, Bounds bounds) {
        this.vertx = routing.vertx();
        this.request = routing.request();
        this.bounds = bounds;
    }

    /** @return the body; it fails with {@link UnreadBodyException} and nothing else */
    static Future<Body> begin(RoutingContext routing, Bounds bounds) {
        var reading = new BodyReading(routing, bounds);
        Ending.then(routing, reading::leave);
        reading.begin();
        return reading.promise.future();
    }

    /** @return whether the request announces a body */
    static boolean isAnnounced(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            return !request.isEnded();
        }
        var said = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return said == null ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : !said.strip().equals("0");
    }

    private void begin() {
        if (isOver) {
            return;
        }
        if (request.isEnded() || !isAnnounced(request)) {
            succeed(Body.NONE);
            return;
        }
        timer = vertx.setTimer(bounds.within, late -> late(bounds.within));
        request.handler(this::take).endHandler(end -> end()).exceptionHandler(failure -> {
            LOG.debugf("A request was broken off: %s", failure.getMessage());
            fail(Reason.BROKEN_OFF);
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void late(long milliseconds) {
        waited += milliseconds;
        if (bounds.uploadRate > 0 && waited < bounds.uploadWithin && length >= bounds.uploadRate * waited / SECOND) {
            timer = vertx.setTimer(SECOND, late -> late(SECOND));
        } else {
            fail(Reason.TOO_SLOW);
        }
    }

    private void take(Buffer piece) {
        if (isOver) {
            return;
        }
        length += piece.length();
        if (length > bounds.longest) {
            fail(Reason.TOO_LARGE);
        } else if (file != null) {
            write(piece);
        } else {
            bytes.appendBuffer(piece);
            if (length > IN_MEMORY) {
                openFile();
            }
        }
    }

    private void openFile() {
        request.pause();
        vertx.fileSystem().createTempFile(bounds.folder.toString(), "portcullis-", ".body", "rw-------")
                .compose(name -> {
                    path = Path.of(name);
                    return vertx.fileSystem().open(name, new OpenOptions().setRead(false));
                }).onComplete(opened -> {
                    if (opened.succeeded() && !isOver) {
                        file = opened.result();
                        file.exceptionHandler(failure -> full(failure));
                        var first = bytes;
                        bytes = null;
                        write(first);
                        if (!isOver) {
                            request.resume();
                        }
                    } else if (opened.succeeded()) {
                        opened.result().close().onComplete(closed -> delete());
                    } else {
                        full(opened.cause());
                    }
                });
    }

    /** The disk is full, or the bound on files of bodies is reached. */
    private void full(Throwable failure) {
        RARELY.log(Level.ERROR, failure.getClass().getName(), null,
                "A request could not be kept in a file: " + failure.getMessage());
        fail(Reason.BUSY);
    }

    private void write(Buffer piece) {
        if (!bounds.disk.take(piece.length())) {
            fail(Reason.BUSY);
            return;
        }
        onDisk += piece.length();
        file.write(piece);
        if (file.writeQueueFull()) {
            request.pause();
            file.drainHandler(drained -> {
                if (!isOver) {
                    request.resume();
                }
            });
        }
    }

    private void end() {
        if (isOver) {
            return;
        }
        if (file == null) {
            succeed(new Body(bytes, null, length));
        } else {
            isClosing = true;
            file.close().onComplete(closed -> {
                if (closed.failed()) {
                    full(closed.cause());
                } else {
                    succeed(new Body(null, path, length));
                }
            });
        }
    }

    private void succeed(Body body) {
        if (!isOver) {
            isOver = true;
            vertx.cancelTimer(timer);
            promise.complete(body);
        }
    }

    private void fail(Reason reason) {
        if (!isOver) {
            isOver = true;
            vertx.cancelTimer(timer);
            if (file != null && !isClosing) {
                file.close();
            }
            promise.fail(new UnreadBodyException(reason));
        }
    }

    /** The answer was sent, or the connection is closed. */
    private void leave() {
        fail(Reason.BROKEN_OFF);
        bounds.disk.giveBack(onDisk);
        onDisk = 0;
        delete();
    }

    private void delete() {
        if (path != null) {
            vertx.fileSystem().delete(path.toString())
                    .onFailure(failure -> LOG.debugf("%s is gone: %s", path, failure.getMessage()));
        }
    }
}
