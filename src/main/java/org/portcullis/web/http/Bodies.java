package org.portcullis.web.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.portcullis.web.http.BodyReading.Bounds;
import org.portcullis.web.http.UnreadBodyException.Reason;

/**
 * Reads bodies without a thread, each under one deadline, and takes a memory permit for what is parsed from it, so that
 * all bodies under way fit into the memory.
 */
@ApplicationScoped
public class Bodies {

    private static final Logger LOG = Logger.getLogger(Bodies.class);
    private static final String CLOSING = "portcullis.closing";
    /** Runs after {@code SecurityHeaders}, and before every handler that may answer without reading the body. */
    private static final int EARLY = 9_900;
    /** Milliseconds for a client that is still sending to read the answer before the connection is closed. */
    private static final long LINGERING = 2_000;
    /** Milliseconds that a body which has arrived may wait for its memory permit. */
    private static final long LONGEST_WAIT = 10_000;
    /** Bytes of memory for each byte of a document that is parsed, or of a form. */
    private static final int PARSED = 12;
    /** Bytes of memory for each byte of a file, which is read, checked and encrypted. */
    private static final int FILE = 4;
    /** Divisors of the heap for each kind of request: half of the heap in all. */
    private static final int PART_OF_PAGES = 4;
    private static final int PART_OF_CARRIERS = 12;
    /** Bytes on the disk for each kind of request. */
    private static final long DISK_OF_PAGES = 1L << 30;
    private static final long DISK_OF_CARRIERS = 64L << 20;

    private final Map<RequestKind, Places> memory = new EnumMap<>(RequestKind.class);
    private final Map<RequestKind, Places> disk = new EnumMap<>(RequestKind.class);
    private TemporaryFiles files;
    private long within;
    private long uploadWithin;
    private long uploadRate;

    /** Required by the CDI client proxy. */
    Bodies() {
    }

    @Inject
    Bodies(TemporaryFiles files,
            @ConfigProperty(name = "portcullis.http.body-within", defaultValue = "PT10S") Duration within,
            @ConfigProperty(name = "portcullis.http.upload-within", defaultValue = "PT5M") Duration uploadWithin,
            @ConfigProperty(name = "portcullis.http.upload-rate", defaultValue = "20480") long uploadRate) {
        this.files = files;
        this.within = within.toMillis();
        this.uploadWithin = uploadWithin.toMillis();
        this.uploadRate = uploadRate;
        var heap = Runtime.getRuntime().maxMemory();
        for (RequestKind work : RequestKind.values()) {
            memory.put(work, new Places(heap / (work == RequestKind.PAGES ? PART_OF_PAGES : PART_OF_CARRIERS)));
            disk.put(work, new Places(work == RequestKind.PAGES ? DISK_OF_PAGES : DISK_OF_CARRIERS));
        }
    }

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            if (BodyReading.isAnnounced(routing.request())) {
                routing.addEndHandler(end -> hangUpLater(routing));
            }
            routing.next();
        }, EARLY);
    }

    /**
     * @param longest of the body, in bytes
     * @return the body with its memory permit, which is held until the answer is sent; it fails with
     * {@link UnreadBodyException} and nothing else, and the rest of the body is then discarded
     */
    public Future<Body> read(RoutingContext routing, RequestKind work, long longest) {
        return read(routing, work, longest, Future::succeededFuture);
    }

    /**
     * The same for a sender that also has to wait for a permit for costly work; it holds no memory permit while it
     * waits.
     * @param turn is called once the body has arrived; if it fails, reading fails with the same exception, although the
     * body is available
     */
    public Future<Body> read(RoutingContext routing, RequestKind work, long longest, Supplier<Future<?>> turn) {
        var isUpload = work == RequestKind.PAGES && isMultipart(routing.request());
        var bounds = new Bounds(longest, within, uploadWithin, isUpload ? uploadRate : 0, disk.get(work),
                files.folder());
        return BodyReading.begin(routing, bounds)
                .onSuccess(body -> body.putInto(routing))
                .compose(body -> turn.get().map(body))
                .compose(body -> placed(routing, work, body, isUpload ? FILE : PARSED))
                .onSuccess(body -> body.putInto(routing))
                .onFailure(failure -> discard(routing));
    }

    static boolean isMultipart(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA);
    }

    private Future<Body> placed(RoutingContext routing, RequestKind work, Body body, int cost) {
        if (body.length() == 0) {
            return Future.succeededFuture(body);
        }
        var promise = Promise.<Body>promise();
        var context = routing.vertx().getOrCreateContext();
        var place = memory.get(work).await(body.length() * cost,
                () -> context.runOnContext(free -> promise.tryComplete(body)));
        Ending.then(routing, () -> {
            promise.tryFail(new UnreadBodyException(Reason.BROKEN_OFF));
            place.leave();
        });
        // The end of the answer releases the memory permit of a request that waited in vain.
        var timer = routing.vertx().setTimer(LONGEST_WAIT,
                late -> promise.tryFail(new UnreadBodyException(Reason.BUSY)));
        return promise.future().onComplete(end -> routing.vertx().cancelTimer(timer)).map(placed -> placed.in(place));
    }

    /**
     * Reads and discards the rest of the body. If the connection were closed while the client is still sending, the
     * client would often lose the answer, and Bandwidth's platform takes a missing answer for approval.
     */
    public static void discard(RoutingContext routing) {
        var request = routing.request();
        closeAfterAnswer(routing);
        if (!request.isEnded()) {
            request.exceptionHandler(failure -> LOG.debugf("A request was broken off: %s", failure.getMessage()));
            request.handler(piece -> {}).endHandler(end -> hangUp(request)).resume();
        }
    }

    /** Also sets the header {@code Connection: close}, on error pages too. */
    static void closeAfterAnswer(RoutingContext routing) {
        if (routing.request().version() != HttpVersion.HTTP_2 && routing.get(CLOSING) == null) {
            routing.put(CLOSING, true);
            routing.addEndHandler(end -> {
                if (routing.request().isEnded()) {
                    hangUp(routing.request());
                }
            });
        }
    }

    public static boolean isClosing(RoutingContext routing) {
        return routing.get(CLOSING) != null;
    }

    /** Closes the connection of a client that goes on sending after the answer. */
    private static void hangUpLater(RoutingContext routing) {
        var request = routing.request();
        if (!request.isEnded() && !routing.response().closed()) {
            routing.vertx().setTimer(LINGERING, late -> {
                if (!request.isEnded()) {
                    hangUp(request);
                }
            });
        }
    }

    /**
     * HTTP/2 connections stay open: other requests may use them, and HTTP/2 has its own flow control for each request.
     */
    private static void hangUp(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2 && request.response().ended()) {
            request.connection().close();
        }
    }

    /** @return bytes of memory for which permits are still available */
    long free(RequestKind work) {
        return memory.get(work).free();
    }

    /** @return bytes that may still be written to files of bodies */
    long freeOnDisk(RequestKind work) {
        return disk.get(work).free();
    }
}
