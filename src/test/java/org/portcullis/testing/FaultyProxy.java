package org.portcullis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy to a server on this machine that can close or swallow connections, and be repaired. */
public final class FaultyProxy implements AutoCloseable {

    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final int target;
    private volatile boolean isCut;
    private volatile boolean isSwallowing;

    public FaultyProxy(int target) {
        this.target = target;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Closes every connection, and accepts no new one. */
    public void cut() {
        isCut = true;
        ends.forEach(FaultyProxy::close);
        ends.clear();
    }

    /** Simulates a server without power: connections stay open, new ones are accepted, and no data comes back. */
    public void swallow() {
        isSwallowing = true;
    }

    /** Accepts connections again. Swallowed data is lost, with its connection. */
    public void mend() {
        cut();
        isCut = false;
        isSwallowing = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var near = server.accept();
                if (isCut) {
                    close(near);
                    continue;
                }
                if (isSwallowing) {
                    ends.add(near);
                    continue;
                }
                var far = new Socket(InetAddress.getLoopbackAddress(), target);
                ends.add(near);
                ends.add(far);
                daemon(() -> pump(near, far));
                daemon(() -> pump(far, near));
            } catch (IOException e) {
                // The connection broke, or the server is down: the client notices.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (from; to) {
            var piece = new byte[1 << 13];
            for (int length = from.getInputStream().read(piece); length >= 0; length = from.getInputStream()
                    .read(piece)) {
                if (!isSwallowing) {
                    to.getOutputStream().write(piece, 0, length);
                }
            }
        } catch (IOException e) {
            // The proxy was cut.
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
