package org.portcullis.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Speaks Telnyx's API of port-outs as it is documented, with the failures that a test wants. */
public final class TelnyxStandIn implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<String, String> statuses = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Deque<Integer> failures = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private List<Integer> codes = List.of(1001, 1002);
    private volatile Instant createdAt = Instant.EPOCH;

    /** Something that the portal asked. */
    public record Call(String method, String path, JsonObject body) {
    }

    /** @param port where to listen, or 0 for any */
    public TelnyxStandIn(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v2/portouts", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it answers to the next requests, before it does what they ask; 0 is no answer at all. */
    public TelnyxStandIn failing(Integer... statusCodes) {
        synchronized (failures) {
            failures.addAll(Arrays.asList(statusCodes));
        }
        return this;
    }

    public TelnyxStandIn listing(Integer... rejectionCodes) {
        codes = List.of(rejectionCodes);
        return this;
    }

    /** Since when its port-outs are there. */
    public TelnyxStandIn since(Instant moment) {
        createdAt = moment;
        return this;
    }

    public TelnyxStandIn with(String id, String status) {
        statuses.put(id, status);
        return this;
    }

    public String status(String id) {
        return statuses.get(id);
    }

    public List<Call> calls() {
        return calls;
    }

    /** @return what it was told of that port-out */
    public List<Call> told(String id) {
        return calls.stream().filter(call -> call.method.equals("PATCH") && call.path.startsWith(id + "/")).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath().substring("/v2/portouts".length()).replaceFirst("^/", "");
            var body = text.isEmpty() ? null : new JsonObject(text);
            calls.add(new Call(exchange.getRequestMethod(), path, body));
            Integer failure;
            synchronized (failures) {
                failure = failures.poll();
            }
            if (failure != null && failure == 0) {
                closed.await();
            } else if (failure != null) {
                send(exchange, failure, problem(failure));
            } else if (!("Bearer " + TelnyxAccount.API_KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, problem(401));
            } else if (path.isEmpty()) {
                list(exchange);
            } else {
                answer(exchange, path.split("/"), body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One to a page, whatever size was asked for, as a server may. */
    private void list(HttpExchange exchange) throws IOException {
        var asked = exchange.getRequestURI().getQuery();
        var found = statuses.entrySet().stream().filter(each -> asked.contains("filter[status]=" + each.getValue() + "&")).map(Map.Entry::getKey).sorted().toList();
        int page = Integer.parseInt(asked.replaceFirst(".*page\\[number]=", ""));
        var data = new JsonArray();
        found.stream().skip(page - 1L).limit(1).forEach(id -> data.add(new JsonObject().put("id", id).put("record_type", "portout")
                .put("status", statuses.get(id)).put("carrier_name", "Carrier " + id.substring(0, 8)).put("created_at", createdAt.toString())));
        send(exchange, 200, new JsonObject().put("data", data).put("meta", new JsonObject().put("page_number", page).put("total_pages", found.size())));
    }

    private void answer(HttpExchange exchange, String[] path, JsonObject body) throws IOException {
        var isPatch = exchange.getRequestMethod().equals("PATCH");
        var id = path[0].equals("rejections") ? path[1] : path[0];
        if (!statuses.containsKey(id)) {
            send(exchange, 404, problem(404));
        } else if (path[0].equals("rejections")) {
            var list = new JsonArray();
            codes.forEach(code -> list.add(new JsonObject().put("code", code).put("description", "A reason").put("reason_required", code == 1001)));
            send(exchange, 200, new JsonObject().put("data", list));
        } else if (!isPatch) {
            send(exchange, 200, portOut(id));
        } else if (!statuses.get(id).equals("pending") || body.getString("reason") == null
                || path[1].equals("rejected-pending") && !codes.contains(body.getInteger("rejection_code"))) {
            send(exchange, 422, problem(422));
        } else {
            statuses.put(id, path[1]);
            send(exchange, 200, portOut(id));
        }
    }

    private JsonObject portOut(String id) {
        return new JsonObject().put("data", new JsonObject().put("id", id).put("record_type", "portout").put("status", statuses.get(id)));
    }

    private static JsonObject problem(int status) {
        return new JsonObject().put("errors", new JsonArray().add(new JsonObject().put("code", String.valueOf(status)).put("title", "A secret of Telnyx")));
    }

    private static void send(HttpExchange exchange, int status, JsonObject answer) throws IOException {
        var bytes = answer.toBuffer().getBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
