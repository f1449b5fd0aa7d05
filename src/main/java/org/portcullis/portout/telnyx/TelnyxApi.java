package org.portcullis.portout.telnyx;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.portcullis.portout.Refusal;
import org.portcullis.settings.Settings;
import org.portcullis.settings.TelnyxKeys;

/**
 * The portal's client of Telnyx's port-out API. It blocks for at most half a minute for each request, and no longer
 * than {@link TelnyxPortOut#CLAIM} in all.
 */
@ApplicationScoped
class TelnyxApi {

    /** The HTTP statuses if the port-out can't take the status, or does not exist: its current status shows why. */
    private static final Set<Integer> CONTRADICTIONS = Set.of(400, 404, 409, 422);
    private static final Set<Integer> OF_EVERY_PORT_OUT = Set.of(401, 403, 429);
    private static final int PAGE_SIZE = 20;
    private static final int MOST_PAGES = 250;
    /** More than twenty port-outs of 20,000 numbers each need. */
    private static final int LARGEST_BODY = 8 << 20;
    private static final int CHUNK = 8 << 10;
    /** Each code takes one or two requests, and all have to be made within {@link TelnyxPortOut#CLAIM}. */
    private static final int MOST_CODES = 2;
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final TelnyxClient client;
    private final ObjectMapper json;
    private final Duration longestWait;

    /** For the client proxy. */
    TelnyxApi() {
        this.client = null;
        this.json = null;
        this.longestWait = null;
    }

    @Inject
    TelnyxApi(TelnyxKeys keys, Settings settings, ObjectMapper json) {
        this(keys.webhook().isEmpty() ? null : settings.telnyx().apiUrl(), keys.api(), LONGEST_WAIT, json);
    }

    /** @param url null if the provider does not use Telnyx */
    TelnyxApi(URI url, String key, Duration longestWait, ObjectMapper json) {
        this.client = url == null ? null : client(url, key, longestWait);
        this.json = json;
        this.longestWait = longestWait;
    }

    private static TelnyxClient client(URI url, String key, Duration longestWait) {
        return QuarkusRestClientBuilder.newBuilder().baseUri(URI.create(url.toString().replaceFirst("/+$", "")))
                .connectTimeout(TO_CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(longestWait.toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                // An error status is an ordinary result here; an exception would contain Telnyx's text.
                .property("microprofile.rest.client.disable.default.mapper", true)
                .register((ClientRequestFilter) request -> request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION,
                        "Bearer " + key))
                .build(TelnyxClient.class);
    }

    /** A request to Telnyx failed. */
    static final class FailedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean isOfEveryPortOut;

        /** @param reason the HTTP status, or the exception's class; never a foreign text, which could quote secrets */
        private FailedException(String reason, boolean isOfEveryPortOut) {
            super(reason);
            this.isOfEveryPortOut = isOfEveryPortOut;
        }

        private static FailedException of(int status) {
            return new FailedException("HTTP " + status, status >= 500 || OF_EVERY_PORT_OUT.contains(status));
        }

        private static FailedException unreadable() {
            return new FailedException("Unreadable", false);
        }

        /** @return whether requests for other port-outs would fail, too */
        boolean isOfEveryPortOut() {
            return isOfEveryPortOut;
        }
    }

    /**
     * A decision to tell Telnyx.
     *
     * @param words the reason, in English
     * @param reasons of a refusal, as outsiders may know them; otherwise empty
     * @param isAboutPin whether the PIN is the only reason
     * @param invalidCodes the codes of rejections of this port-out that were found invalid before
     */
    record Message(Decision decision, String words, List<Refusal> reasons, boolean isAboutPin,
            Set<Integer> invalidCodes) {
    }

    /**
     * The state of a port-out at Telnyx.
     *
     * @param updatedAt by Telnyx's clock; null if not given
     * @param focAt null until a date is confirmed
     * @param rejectionCode null unless it was rejected
     */
    record Standing(String id, String carrier, TelnyxStatus status, Instant createdAt, Instant updatedAt, Instant focAt,
            Integer rejectionCode) {
    }

    /**
     * The result of telling Telnyx.
     *
     * @param code of a rejection that Telnyx accepted; null otherwise, or if unknown
     */
    record Told(Standing standing, Integer code) {
    }

    /** A comment on a port-out at Telnyx, as received. */
    record Comment(String id, String words, Instant at) {
    }

    /**
     * Sets the status of a port-out by the decision; repeating it does no harm. It succeeds only if the answer shows
     * the status, since any server may answer 200.
     *
     * @return the current state; another status means that the decision came too late
     */
    Told tell(String id, Message message) throws FailedException {
        var codes = message.decision == Decision.AUTHORIZE ? new ArrayList<Integer>() : codes(id, message);
        if (codes.isEmpty()) {
            codes.add(null);
        }
        FailedException refused = null;
        for (Integer code : codes) {
            var answer = send(() -> client.update(id, message.decision.wanted().word(),
                    new TelnyxClient.Answer(message.words, code)));
            if (answer.isGood()) {
                var standing = standing(answer).filter(found -> message.decision.isMetBy(found.status));
                if (standing.isPresent()) {
                    return new Told(standing.get(), code);
                }
            } else if (!CONTRADICTIONS.contains(answer.status)) {
                throw FailedException.of(answer.status);
            }
            var now = get(id).filter(found -> found.status != TelnyxStatus.PENDING);
            if (now.isPresent()) {
                return new Told(now.get(), answer.isGood() ? code : now.get().rejectionCode);
            }
            refused = FailedException.of(answer.status);
        }
        throw refused;
    }

    /**
     * @return the codes to try of those that Telnyx lists for this port-out; if it lists none, default codes are tried
     */
    private List<Integer> codes(String id, Message message) throws FailedException {
        var answer = send(() -> client.rejections(id));
        if (!answer.isGood() && !CONTRADICTIONS.contains(answer.status)) {
            throw FailedException.of(answer.status);
        }
        var listed = new ArrayList<RejectionCodes.Listed>();
        if (answer.isGood()) {
            each(page(answer), TelnyxClient.Rejection.class).stream().filter(code -> code.code() != null)
                    .forEach(code -> listed.add(new RejectionCodes.Listed(code.code(),
                            Objects.requireNonNullElse(code.description(), ""))));
        }
        var codes = RejectionCodes.toTry(listed, message.reasons, message.isAboutPin, message.invalidCodes);
        return new ArrayList<>(codes.subList(0, Math.min(MOST_CODES, codes.size())));
    }

    /** @return empty if Telnyx has no such port-out, or gives no known status */
    Optional<Standing> get(String id) throws FailedException {
        var answer = send(() -> client.get(id));
        if (answer.status == 404) {
            return Optional.empty();
        }
        if (!answer.isGood()) {
            throw FailedException.of(answer.status);
        }
        return Optional.of(standing(answer).orElseThrow(FailedException::unreadable));
    }

    /** @return all comments on the port-out */
    List<Comment> comments(String id, Instant now) throws FailedException {
        var answer = send(() -> client.comments(id));
        if (!answer.isGood()) {
            throw FailedException.of(answer.status);
        }
        return each(page(answer), TelnyxClient.Comment.class).stream()
                .filter(comment -> TelnyxTexts.isId(comment.id()) && TelnyxTexts.comment(comment.body()) != null)
                .map(comment -> new Comment(comment.id(), TelnyxTexts.comment(comment.body()),
                        TelnyxTexts.time(comment.createdAt(), now)))
                .toList();
    }

    /** @return all port-outs that await an answer; a missing time is taken as now */
    List<Standing> pending(Instant now) throws FailedException {
        var all = new ArrayList<Standing>();
        for (int number = 1; number <= MOST_PAGES; number++) {
            int asked = number;
            var answer = send(() -> client.list(TelnyxStatus.PENDING.word(), PAGE_SIZE, asked));
            if (!answer.isGood()) {
                throw FailedException.of(answer.status);
            }
            var page = page(answer);
            // In case Telnyx ignores the filter.
            each(page, TelnyxClient.PortOut.class).stream().flatMap(found -> standing(found, now).stream())
                    .filter(found -> found.status == TelnyxStatus.PENDING).forEach(all::add);
            var isLast = page.meta() != null && page.meta().totalPages() != null && number >= page.meta().totalPages();
            if (page.data().isEmpty() || isLast) {
                break;
            }
        }
        return all;
    }

    private Optional<Standing> standing(Body answer) {
        try {
            var single = json.readValue(answer.bytes, TelnyxClient.Single.class);
            return single == null || single.data() == null ? Optional.empty() : standing(single.data(), Instant.MAX);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Standing> standing(TelnyxClient.PortOut found, Instant now) {
        var status = TelnyxStatus.of(found.status());
        return TelnyxTexts.isId(found.id()) && status.isPresent() ? Optional.of(new Standing(found.id(),
                TelnyxTexts.carrier(found.carrierName()), status.get(), TelnyxTexts.time(found.createdAt(), now),
                TelnyxTexts.date(found.updatedAt()).orElse(null), TelnyxTexts.date(found.focDate()).orElse(null),
                found.rejectionCode())) : Optional.empty();
    }

    private TelnyxClient.Page page(Body answer) throws FailedException {
        try {
            var page = json.readValue(answer.bytes, TelnyxClient.Page.class);
            if (page == null || page.data() == null) {
                throw FailedException.unreadable();
            }
            return page;
        } catch (IOException e) {
            // Not as the cause: its message quotes the answer.
            throw FailedException.unreadable();
        }
    }

    private <T> List<T> each(TelnyxClient.Page page, Class<T> type) {
        return page.data().stream().flatMap(element -> read(element, type).stream()).toList();
    }

    private <T> Optional<T> read(JsonNode element, Class<T> type) {
        try {
            return Optional.ofNullable(json.treeToValue(element, type));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private record Body(int status, byte[] bytes) {

        private boolean isGood() {
            return status / 100 == 2;
        }
    }

    private Body send(Supplier<RestResponse<InputStream>> request) throws FailedException {
        var start = System.nanoTime();
        try (var response = request.get()) {
            var status = response.getStatus();
            try (var body = response.getEntity()) {
                return new Body(status, status / 100 != 2 || body == null ? new byte[0] : read(body, start));
            }
        } catch (ProcessingException | IOException e) {
            throw new FailedException(kind(e), true);
        }
    }

    /**
     * Limits time and size: a slow or endless answer must not occupy a thread for more than twice the timeout, or fill
     * the memory.
     */
    private byte[] read(InputStream body, long start) throws IOException, FailedException {
        var bytes = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        for (int length = body.read(chunk); length >= 0; length = body.read(chunk)) {
            bytes.write(chunk, 0, length);
            if (bytes.size() > LARGEST_BODY) {
                throw new FailedException("Too large", false);
            }
            if (System.nanoTime() - start > longestWait.toNanos()) {
                throw new FailedException("Timeout", true);
            }
        }
        return bytes.toByteArray();
    }

    private static String kind(Throwable thrown) {
        var cause = thrown;
        while (cause instanceof ProcessingException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }
}
