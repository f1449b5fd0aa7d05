package org.portcullis.siege;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends each request over a new connection, from any address of this machine ({@code 127.0.0.0/8}). */
final class Caller {

    private final int port;
    private final String source;
    private final Duration patience;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** @param source address of the connections, such as {@code 127.0.0.2}, which is no trusted proxy */
    Caller(int port, String source, Duration patience) {
        this.port = port;
        this.source = source;
        this.patience = patience;
    }

    /** @param head all lines of the head */
    record Reply(int status, String head, String body) {
    }

    /** A request without a body. */
    Reply get(String path, Map<String, String> headers) throws IOException {
        return send("GET", path, headers, new byte[0]);
    }

    Reply post(String path, String type, Map<String, String> headers, byte[] body) throws IOException {
        var all = new LinkedHashMap<>(headers);
        all.put("Content-Type", type);
        return send("POST", path, all, body);
    }

    /** @throws IOException if the answer is late or incomplete */
    private Reply send(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        try (var socket = new Socket()) {
            open.add(socket);
            socket.bind(new InetSocketAddress(source, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
            headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
            if (method.equals("POST")) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            var output = socket.getOutputStream();
            output.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            try {
                output.write(body);
            } catch (IOException e) {
                // The portal has answered before the end of the request.
            }
            return reply(new BufferedInputStream(socket.getInputStream()));
        } finally {
            open.removeIf(Socket::isClosed);
        }
    }

    private static Reply reply(InputStream input) throws IOException {
        var head = new StringBuilder();
        for (var line = line(input); !line.isEmpty(); line = line(input)) {
            head.append(line).append('\n');
        }
        var text = head.toString();
        if (!text.startsWith("HTTP/1.1 ")) {
            throw new IOException("No answer");
        }
        var body = text.toLowerCase().contains("\ntransfer-encoding: chunked") ? chunks(input) : input.readAllBytes();
        return new Reply(Integer.parseInt(text.substring(9, 12)), text, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] chunks(InputStream input) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(input), 16); size > 0; size = Integer.parseInt(line(input), 16)) {
            bytes.write(input.readNBytes(size));
            line(input);
        }
        return bytes.toByteArray();
    }

    private static String line(InputStream input) throws IOException {
        var line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new IOException("The connection was closed");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** Aborts all requests in progress. */
    void hangUp() {
        open.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                // The connection is closed already.
            }
        });
    }
}
