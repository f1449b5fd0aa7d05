package org.portcullis.telnyx;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.portcullis.settings.Settings;
import org.portcullis.settings.TelnyxKeys;

/** Telnyx's API of port-outs, as far as the portal needs it. Blocks while Telnyx takes its time, up to a minute in all. */
@ApplicationScoped
class TelnyxApi {

    /** Invalid PIN. */
    private static final int INVALID_PIN = 1002;
    /** Any other reason, which has to be given in words. */
    private static final int OTHER = 1001;

    /** What is said to a port-out that can't be put into that status, or is not there: its status tells why. */
    private static final Set<Integer> CONTRADICTIONS = Set.of(400, 404, 409, 422);
    private static final String PENDING = "?filter%5Bstatus%5D=pending&page%5Bsize%5D=100&page%5Bnumber%5D=";
    private static final int MOST_PAGES = 50;
    private static final Set<Integer> OF_EVERY_PORT_OUT = Set.of(401, 403, 429);
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final HttpClient client;
    private final String url;
    private final String key;
    private final Duration longestWait;

    /** For the client proxy. */
    TelnyxApi() {
        this(null, null, null, null);
    }

    @Inject
    TelnyxApi(TelnyxKeys keys, Settings settings) {
        this(keys.webhook().isEmpty() ? null : HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(TO_CONNECT).build(),
                settings.telnyx().apiUrl().toString(), keys.api(), LONGEST_WAIT);
    }

    TelnyxApi(HttpClient client, String url, String key, Duration longestWait) {
        this.client = client;
        this.url = url == null ? null : url.replaceFirst("/+$", "") + "/v2/portouts";
        this.key = key;
        this.longestWait = longestWait;
    }

    /** Telnyx could not be told. */
    static final class FailedException extends Exception {

        private final boolean isOfEveryPortOut;

        /** @param reason the HTTP status, or the kind of the exception; never a text from elsewhere, which could quote anything */
        private FailedException(String reason, boolean isOfEveryPortOut) {
            super(reason);
            this.isOfEveryPortOut = isOfEveryPortOut;
        }

        private static FailedException of(int status) {
            return new FailedException("HTTP " + status, status >= 500 || OF_EVERY_PORT_OUT.contains(status));
        }

        /** @return whether it would go no better with any other port-out now */
        boolean isOfEveryPortOut() {
            return isOfEveryPortOut;
        }
    }

    /**
     * What Telnyx is told.
     *
     * @param words why, in English
     * @param isAboutPin whether the PIN is why not
     */
    record Message(Decision decision, String words, boolean isAboutPin) {
    }

    /**
     * Puts a port-out into the status that was decided. Saying it again does no harm.
     *
     * @return the status that it has now: of another one, the decision comes too late
     */
    TelnyxStatus tell(String id, Message message) throws FailedException {
        var body = new JsonObject().put("reason", message.words);
        if (message.decision == Decision.REJECT) {
            body.put("rejection_code", rejectionCode(id, message.isAboutPin));
        }
        var answer = send("PATCH", "/" + id + "/" + message.decision.wanted().word(), body);
        if (answer.statusCode() / 100 == 2) {
            return message.decision.wanted();
        }
        if (!CONTRADICTIONS.contains(answer.statusCode())) {
            throw FailedException.of(answer.statusCode());
        }
        return status(id).filter(status -> status != TelnyxStatus.PENDING).orElseThrow(() -> FailedException.of(answer.statusCode()));
    }

    private Optional<TelnyxStatus> status(String id) throws FailedException {
        var answer = send("GET", "/" + id, null);
        if (answer.statusCode() / 100 != 2) {
            throw FailedException.of(answer.statusCode());
        }
        try {
            return TelnyxStatus.of(new JsonObject(answer.body()).getJsonObject("data", new JsonObject()).getString("status"));
        } catch (DecodeException | ClassCastException e) {
            throw new FailedException("Unreadable", false);
        }
    }

    /**
     * A port-out that waits for an answer.
     *
     * @param since when it was announced
     */
    record Pending(String id, String carrier, Instant since) {
    }

    /** @return all that wait for an answer; of one that does not say since when, that is now */
    List<Pending> pending(Instant now) throws FailedException {
        var all = new ArrayList<Pending>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            var answer = send("GET", PENDING + page, null);
            if (answer.statusCode() / 100 != 2) {
                throw FailedException.of(answer.statusCode());
            }
            try {
                var body = new JsonObject(answer.body());
                var data = body.getJsonArray("data");
                data.forEach(each -> pending((JsonObject) each, now).ifPresent(all::add));
                if (data.isEmpty() || page >= body.getJsonObject("meta", new JsonObject()).getInteger("total_pages", MOST_PAGES)) {
                    return all;
                }
            } catch (DecodeException | ClassCastException | NullPointerException e) {
                throw new FailedException("Unreadable", false);
            }
        }
        return all;
    }

    /** Whatever the filter does: only what is pending. */
    private static Optional<Pending> pending(JsonObject each, Instant now) {
        var id = each.getString("id", "");
        var isPending = TelnyxEvent.isId(id) && TelnyxStatus.PENDING.word().equals(each.getString("status"));
        return isPending ? Optional.of(new Pending(id, TelnyxEvent.carrier(each), TelnyxEvent.time(each.getString("created_at"), now))) : Optional.empty();
    }

    /** Of the codes that Telnyx takes for this port-out. Where it names none, the rejection itself will tell. */
    private int rejectionCode(String id, boolean isAboutPin) throws FailedException {
        var answer = send("GET", "/rejections/" + id, null);
        if (answer.statusCode() / 100 != 2 && !CONTRADICTIONS.contains(answer.statusCode())) {
            throw FailedException.of(answer.statusCode());
        }
        var codes = answer.statusCode() / 100 == 2 ? codes(answer.body()) : List.<Integer>of();
        if (isAboutPin && (codes.isEmpty() || codes.contains(INVALID_PIN))) {
            return INVALID_PIN;
        }
        return codes.isEmpty() || codes.contains(OTHER) ? OTHER : codes.get(0);
    }

    private static List<Integer> codes(String body) throws FailedException {
        try {
            return new JsonObject(body).getJsonArray("data", new JsonArray()).stream()
                    .map(code -> ((JsonObject) code).getInteger("code")).toList();
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            throw new FailedException("Unreadable", false);
        }
    }

    private HttpResponse<String> send(String method, String path, JsonObject body) throws FailedException {
        var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(longestWait)
                .header("Authorization", "Bearer " + key).header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode())).build();
        var answer = client.sendAsync(request, BodyHandlers.ofString());
        try {
            return answer.get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException("Interrupted", true);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new FailedException("Timeout", true);
        } catch (ExecutionException e) {
            throw new FailedException(e.getCause().getClass().getSimpleName(), true);
        }
    }
}
