package org.portcullis.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A raw connection to the portal, for requests that no HTTP client would send. */
public final class RawConnection implements AutoCloseable {

    private static final int PATIENCE = 60_000;
    private static final int MOMENT = 5;

    private final Socket socket;

    public RawConnection() {
        this(new Socket());
    }

    private RawConnection(Socket socket) {
        this.socket = socket;
        var portal = URI.create(Surroundings.portalUrl());
        try {
            socket.connect(new InetSocketAddress(portal.getHost(), portal.getPort()));
            socket.setSoTimeout(PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param address of this machine that it comes from: all of {@code 127.0.0.0/8}, of which only the first is a
     * trusted proxy
     */
    public static RawConnection from(String address) {
        var socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(address, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RawConnection(socket);
    }

    /** @param lines of the head, without the empty line at its end */
    public static RawConnection asking(String... lines) {
        var connection = new RawConnection();
        connection.send(String.join("\r\n", lines) + "\r\n\r\n");
        return connection;
    }

    public void send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return all data until the portal closed the connection */
    public String untilClosed() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the first answer's head */
    public String head() {
        var bytes = new ByteArrayOutputStream();
        try {
            var text = "";
            while (!text.endsWith("\r\n\r\n")) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new AssertionError("Closed after: " + text);
                }
                bytes.write(next);
                text = bytes.toString(StandardCharsets.UTF_8);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether the portal has neither answered nor closed the connection */
    public boolean isWaiting() {
        try {
            socket.setSoTimeout(MOMENT);
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
