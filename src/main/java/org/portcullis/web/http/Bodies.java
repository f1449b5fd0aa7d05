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
 * Reads bodies without a thread, each under one deadline, and takes a place for what is made of it, so that all that is made at
 * once fits the memory.
 */
@ApplicationScoped
public class Bodies {

    private static final Logger LOG = Logger.getLogger(Bodies.class);
    private static final String CLOSING = "portcullis.closing";
    /** Behind {@code SecurityHeaders}, before everything that may answer without reading. */
    private static final int EARLY = 9_900;
    /** Milliseconds in which an answer is read by who is still sending, before the connection ends. */
    private static final long LINGERING = 2_000;
    /** Milliseconds that a body which has arrived waits for its place. */
    private static final long LONGEST_WAIT = 10_000;
    /** Bytes in memory for each byte of a document that is parsed, or of a form. */
    private static final int PARSED = 12;
    /** The same for a file, which is read, looked at and encrypted. */
    private static final int FILE = 4;
    /** The parts of the memory that may be taken: half of it in all. */
    private static final int PART_OF_PAGES = 4;
    private static final int PART_OF_CARRIERS = 12;
    /** Bytes on the disk, for each kind of work. */
    private static final long DISK_OF_PAGES = 1L << 30;
    private static final long DISK_OF_CARRIERS = 64L << 20;

    private final Map<RequestKind, Places> memory = new EnumMap<>(RequestKind.class);
    private final Map<RequestKind, Places> disk = new EnumMap<>(RequestKind.class);
    private TemporaryFiles files;
    private long within;
    private long uploadWithin;
    private long uploadRate;

    /** For the client proxy. */
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
     * @return the body, once there is a place for it, which it keeps until the answer is given; it fails with
     *         {@link UnreadBodyException} and nothing else, and the rest of the body is then let go by unread
     */
    public Future<Body> read(RoutingContext routing, RequestKind work, long longest) {
        return read(routing, work, longest, Future::succeededFuture);
    }

    /**
     * The same for a sender that has to wait for its turn, for which it holds no place in the memory yet.
     *
     * @param turn is asked for once the body has arrived; what it fails with, the reading fails with, and the body is there all the
     *        same
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
        // The place of one that waited in vain is given back with its answer.
        var timer = routing.vertx().setTimer(LONGEST_WAIT,
                late -> promise.tryFail(new UnreadBodyException(Reason.BUSY)));
        return promise.future().onComplete(end -> routing.vertx().cancelTimer(timer)).map(placed -> placed.in(place));
    }

    /**
     * Lets the rest of the body go by unread: who hung up on a sender that is still sending would often take the answer away with
     * it, and Bandwidth's platform takes that for a yes.
     */
    public static void discard(RoutingContext routing) {
        var request = routing.request();
        closeAfterAnswer(routing);
        if (!request.isEnded()) {
            request.exceptionHandler(failure -> LOG.debugf("A request was broken off: %s", failure.getMessage()));
            request.handler(piece -> {}).endHandler(end -> hangUp(request)).resume();
        }
    }

    /** The answer says so, too, also that of the page of an error. */
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

    /** Who goes on sending after the answer is not listened to for long. */
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

    /** Other requests may use a connection of HTTP/2, which bounds by itself what one of them can send. */
    private static void hangUp(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2 && request.response().ended()) {
            request.connection().close();
        }
    }

    /** @return bytes that may still be taken in the memory */
    long free(RequestKind work) {
        return memory.get(work).free();
    }

    /** @return bytes of bodies that may still be kept in files */
    long freeOnDisk(RequestKind work) {
        return disk.get(work).free();
    }
}
