package org.portcullis.siege;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Connections that send slowly or not at all; each one that is closed is opened again. One thread holds them all and
 * uses little processor time.
 */
final class HeldConnections implements Assault {

    private static final long TICK = Duration.ofMillis(200).toNanos();

    private final int port;
    private final int sources;
    private final Plan plan;
    private final List<Held> all = new ArrayList<>();
    private final ByteBuffer scratch = ByteBuffer.allocate(16 << 10);
    private final Tally got = new Tally();
    private final Thread thread;
    private volatile boolean isGoing = true;

    /**
     * The behavior of each connection.
     *
     * @param head sent first
     * @param piece sent repeatedly, once in {@code every}; empty for nothing
     * @param reads whether it reads the answer; one that does not has the smallest receive buffer
     */
    record Plan(Supplier<String> head, String piece, Duration every, boolean reads) {
    }

    /** @param sources how many addresses of this machine the connections use, in turn */
    HeldConnections(int port, int count, int sources, Plan plan) {
        this.port = port;
        this.sources = sources;
        this.plan = plan;
        for (int i = 0; i < count; i++) {
            all.add(new Held(i));
        }
        thread = new Thread(this::hold, "held connections");
        thread.setDaemon(true);
        thread.start();
    }

    private final class Held {

        private final int index;
        private SocketChannel channel;
        private ByteBuffer unsent;
        private long nextPiece;
        private boolean isAnswered;

        private Held(int index) {
            this.index = index;
        }

        private void attend() {
            try {
                if (channel == null) {
                    open();
                } else if (channel.finishConnect()) {
                    goOn();
                }
            } catch (IOException e) {
                got.add(isAnswered ? "closed" : "broken off");
                close();
            }
        }

        private void open() throws IOException {
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            if (!plan.reads) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 12);
            }
            channel.bind(new InetSocketAddress("127.0.1." + (1 + index % sources), 0));
            channel.connect(new InetSocketAddress("127.0.0.1", port));
            unsent = bytes(plan.head.get());
            nextPiece = System.nanoTime() + plan.every.toNanos();
            isAnswered = false;
        }

        private void goOn() throws IOException {
            if (!unsent.hasRemaining() && !plan.piece.isEmpty() && System.nanoTime() > nextPiece) {
                unsent = bytes(plan.piece);
                nextPiece += plan.every.toNanos();
            }
            channel.write(unsent);
            if (plan.reads) {
                scratch.clear();
                int length = channel.read(scratch);
                if (length < 0) {
                    throw new IOException("Closed");
                }
                note(length);
            }
        }

        private void note(int length) {
            var text = new String(scratch.array(), 0, Math.min(length, 12), StandardCharsets.ISO_8859_1);
            if (text.startsWith("HTTP/1.1 ")) {
                isAnswered = true;
                got.add(text.substring(9, 12));
            }
        }

        private void close() {
            try {
                if (channel != null) {
                    channel.close();
                }
            } catch (IOException e) {
                // The connection is closed already.
            }
            channel = null;
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private void hold() {
        while (isGoing) {
            all.forEach(Held::attend);
            LockSupport.parkNanos(TICK);
        }
        all.forEach(Held::close);
    }

    @Override
    public void end() {
        isGoing = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String got() {
        return got.toString();
    }
}
