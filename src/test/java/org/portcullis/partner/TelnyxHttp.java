package org.portcullis.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.portcullis.partner.TelnyxPlatform.Answer;
import org.portcullis.partner.TelnyxPlatform.Code;
import org.portcullis.partner.TelnyxPlatform.PortOut;
import org.portcullis.partner.TelnyxPlatform.Status;

/** Telnyx's port-out API with its documented answers, and with failures that a test or a drill can inject. */
public final class TelnyxHttp implements AutoCloseable {

    static final String USER = "40d68ba2-0847-4df2-be9c-b0e0cb673e75";

    private static final String PATH = "/v2/portouts";
    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 250;
    private static final int SLOW_PIECES = 400;
    private static final int SLOW_MILLIS = 50;

    private final TelnyxPlatform platform;
    private final String apiKey;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    TelnyxHttp(TelnyxPlatform platform, int port, String apiKey) {
        this.platform = platform;
        this.apiKey = apiKey;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** An injected failure. */
    public enum Fault {
        TOO_MANY(429), BROKEN(500), UNAVAILABLE(503), MOVED(302), UNKNOWN_KEY(401), UNPROCESSABLE(422),
        /** The request is done, but the answer is lost. */
        DONE_AND_CUT(0),
        /** The connection is closed before anything is done. */
        CUT(0),
        /** There is never an answer. */
        SILENT(0),
        /** An HTML page with status 200, as from a proxy; nothing is done. */
        RUBBISH(0),
        /** An empty body with status 200; nothing is done. */
        EMPTY(0),
        /** Undocumented JSON with status 200; nothing is done. */
        OTHER_JSON(0),
        /** An answer that comes byte by byte. */
        SLOW(0),
        /** An answer without end. */
        ENDLESS(0);

        private final int status;

        Fault(int status) {
            this.status = status;
        }
    }

    /** A received request. */
    public record Call(String method, String path, String query, String body) {
    }

    /** The next requests fail in these ways, in this order. */
    public void fail(Fault... next) {
        synchronized (faults) {
            faults.addAll(Arrays.asList(next));
        }
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** @return the requests to change the port-out, done or not */
    public List<Call> changes(String portOut) {
        return calls.stream()
                .filter(call -> call.method.equals("PATCH") && call.path.startsWith(PATH + "/" + portOut + "/"))
                .toList();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                exchange.getRequestURI().getQuery(), body));
        Fault fault;
        synchronized (faults) {
            fault = faults.poll();
        }
        try (exchange) {
            if (fault == null) {
                send(exchange, respond(exchange, body));
            } else if (fault.status > 0) {
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:9/elsewhere");
                send(exchange, problem(fault.status, "The fault that was asked for"));
            } else {
                goWrong(exchange, fault, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void goWrong(HttpExchange exchange, Fault fault, String body) throws IOException, InterruptedException {
        switch (fault) {
            case DONE_AND_CUT -> respond(exchange, body);
            case SILENT -> closed.await();
            case RUBBISH -> sendText(exchange, "text/html", "<html><body>Sign in to the network</body></html>");
            case EMPTY -> sendText(exchange, "application/json", "");
            case OTHER_JSON -> sendText(exchange, "application/json",
                    "{\"data\":[[],7,{\"id\":{},\"status\":null}],\"meta\":{\"total_pages\":1}}");
            case SLOW -> sendSlowly(exchange, respond(exchange, body));
            case ENDLESS -> sendForEver(exchange);
            default -> {
            }
        }
    }

    private record Response(int status, JsonNode body) {
    }

    private Response respond(HttpExchange exchange, String body) {
        if (!("Bearer " + apiKey).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return problem(401, "The API key is missing or invalid");
        }
        var path = exchange.getRequestURI().getPath();
        if (!path.equals(PATH) && !path.startsWith(PATH + "/")) {
            return problem(404, "No such resource");
        }
        var parts = path.substring(PATH.length()).split("/");
        synchronized (platform) {
            return switch (exchange.getRequestMethod()) {
                case "GET" -> get(parts, query(exchange.getRequestURI().getRawQuery()));
                case "PATCH" -> parts.length == 3 ? update(parts[1], parts[2], body) : problem(404, "No such resource");
                case "POST" -> parts.length == 3 && parts[2].equals("comments") ? comment(parts[1], body)
                        : problem(404, "No such resource");
                default -> problem(405, "Method not allowed");
            };
        }
    }

    private Response get(String[] parts, Map<String, String> query) {
        if (parts.length <= 1) {
            return list(query);
        }
        if (parts.length == 3 && parts[1].equals("rejections")) {
            return platform.portOut(parts[2]) == null ? problem(404, "No such port-out") : codes();
        }
        var portOut = platform.portOut(parts[1]);
        if (portOut == null) {
            return problem(404, "No such port-out");
        }
        if (parts.length == 2) {
            return new Response(200, data(json(portOut)));
        }
        return parts[2].equals("comments") ? new Response(200, data(TelnyxPlatform.JSON.valueToTree(portOut.comments)))
                : problem(404, "No such resource");
    }

    private Response list(Map<String, String> query) {
        var found = platform.all().stream().filter(each -> isMeant(each, query))
                .sorted(Comparator.comparing((PortOut each) -> each.createdAt).reversed()
                        .thenComparing(each -> each.id))
                .toList();
        int size = Math.min(LARGEST_PAGE,
                Integer.parseInt(query.getOrDefault("page[size]", String.valueOf(USUAL_PAGE))));
        int number = Integer.parseInt(query.getOrDefault("page[number]", "1"));
        if (size < 1 || number < 1) {
            return problem(422, "The page is none");
        }
        var page = TelnyxPlatform.JSON.createObjectNode();
        page.set("data", TelnyxPlatform.JSON
                .valueToTree(found.stream().skip((number - 1L) * size).limit(size).map(TelnyxHttp::json).toList()));
        page.putObject("meta").put("page_number", number).put("page_size", size).put("total_results", found.size())
                .put("total_pages", (found.size() + size - 1) / size);
        return new Response(200, page);
    }

    private static boolean isMeant(PortOut portOut, Map<String, String> query) {
        return query.entrySet().stream().allMatch(filter -> switch (filter.getKey()) {
            case "filter[status]" -> filter.getValue().equals(portOut.status.word);
            case "filter[carrier_name]" -> filter.getValue().equals(portOut.request.carrier());
            case "filter[pon]" -> filter.getValue().equals(portOut.request.pon());
            case "filter[phone_number]" -> portOut.request.numbers().contains(filter.getValue());
            default -> true;
        });
    }

    private Response codes() {
        return new Response(200, data(TelnyxPlatform.JSON.valueToTree(platform.codes().stream()
                .map(code -> TelnyxPlatform.JSON.createObjectNode().put("code", code.code())
                        .put("description", code.description())
                        .put("reason_required", code.reasonRequired()))
                .toList())));
    }

    private Response update(String id, String to, String body) {
        var status = Arrays.stream(Status.values()).filter(each -> each.word.equals(to)).findFirst().orElse(null);
        var portOut = platform.portOut(id);
        if (portOut == null) {
            return problem(404, "No such port-out");
        }
        if (status != Status.AUTHORIZED && status != Status.REJECTED_PENDING) {
            return problem(422, "Port-outs can't be put into that status");
        }
        JsonNode asked;
        try {
            asked = TelnyxPlatform.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return problem(400, "The body is no JSON");
        }
        if (!asked.path("reason").isTextual()) {
            return problem(422, "A reason is required");
        }
        if (portOut.status != Status.PENDING) {
            return problem(422, "The port-out is " + portOut.status.word);
        }
        var code = asked.path("rejection_code");
        if (status == Status.REJECTED_PENDING) {
            var known = platform.codes().stream().filter(each -> code.isInt() && each.code() == code.asInt())
                    .findFirst();
            if (known.isEmpty()) {
                return problem(422, "The rejection code is not eligible for this port-out");
            }
            if (known.map(Code::reasonRequired).orElse(false) && asked.get("reason").asText().isBlank()) {
                return problem(422, "This rejection code requires a reason");
            }
        }
        platform.take(portOut,
                new Answer(status, status == Status.REJECTED_PENDING ? code.asInt() : null,
                        asked.get("reason").asText(),
                        platform.now()));
        return new Response(200, data(json(portOut)));
    }

    private Response comment(String id, String body) {
        var portOut = platform.portOut(id);
        if (portOut == null) {
            return problem(404, "No such port-out");
        }
        try {
            var comment = TelnyxPlatform.JSON.createObjectNode().put("record_type", "portout")
                    .put("id", UUID.randomUUID().toString())
                    .put("body", TelnyxPlatform.JSON.readTree(body).path("body").asText()).put("portout_id", id)
                    .put("user_id", USER)
                    .put("created_at", platform.now().toString());
            portOut.comments.add(comment);
            return new Response(201, data(comment));
        } catch (JsonProcessingException e) {
            return problem(400, "The body is no JSON");
        }
    }

    private static ObjectNode json(PortOut portOut) {
        var answer = portOut.lastAnswer();
        var request = portOut.request;
        var json = TelnyxPlatform.JSON.createObjectNode().put("id", portOut.id).put("record_type", "portout")
                .put("status", portOut.status.word).put("already_ported", portOut.status == Status.PORTED)
                .put("carrier_name", request.carrier()).put("current_carrier", "telnyx")
                .put("end_user_name", request.subscriber())
                .put("authorized_name", request.subscriber()).put("pon", request.pon()).put("spid", "073H")
                .put("support_key", "PO_" + portOut.id.substring(0, 6)).put("user_id", USER).putNull("vendor")
                .putNull("zip")
                .put("reason", answer == null ? null : answer.reason())
                .put("rejection_code", answer == null ? null : answer.code())
                .put("foc_date", portOut.focDate == null ? null : portOut.focDate.toString())
                .putNull("requested_foc_date")
                .put("created_at", portOut.createdAt.toString()).put("inserted_at", portOut.createdAt.toString())
                .put("updated_at", portOut.updatedAt.toString()).put("host_messaging", false);
        json.set("phone_numbers", TelnyxPlatform.JSON.valueToTree(request.numbers()));
        json.putArray("lsr");
        return json;
    }

    private static ObjectNode data(JsonNode data) {
        var body = TelnyxPlatform.JSON.createObjectNode();
        body.set("data", data);
        return body;
    }

    /** The error envelope of the porting APIs (documents, "Porting API errors"). */
    private static Response problem(int status, String detail) {
        var code = switch (status) {
            case 400 -> "10015";
            case 401 -> "10009";
            case 404 -> "10005";
            case 429 -> "10011";
            case 500 -> "10007";
            case 503 -> "10038";
            default -> "10032";
        };
        var body = TelnyxPlatform.JSON.createObjectNode();
        var error = body.putArray("errors").addObject().put("code", code).put("title", "A secret of Telnyx")
                .put("detail", detail);
        error.putObject("source").put("pointer", "/");
        error.putObject("meta").put("url", "https://developers.telnyx.com/docs/overview/errors/" + code)
                .put("retryable", status == 429 || status >= 500);
        return new Response(status, body);
    }

    private static Map<String, String> query(String raw) {
        var query = new HashMap<String, String>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            var parts = pair.split("=", 2);
            query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        var bytes = response.body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(response.status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void sendText(HttpExchange exchange, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private void sendSlowly(HttpExchange exchange, Response response) throws IOException, InterruptedException {
        var bytes = response.body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(response.status, 0);
        for (int i = 0; i < SLOW_PIECES && !closed.await(SLOW_MILLIS, TimeUnit.MILLISECONDS); i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
        }
        exchange.getResponseBody().write(bytes);
    }

    private void sendForEver(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        var blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        while (closed.getCount() > 0) {
            exchange.getResponseBody().write(blanks);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
