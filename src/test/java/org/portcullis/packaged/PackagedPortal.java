package org.portcullis.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The portal as an operator starts it: the packaged jar or the native executable, in a folder of its own. */
public final class PackagedPortal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");

    private final Process process;
    private final StringBuilder log = new StringBuilder();
    private final Thread reader;

    private PackagedPortal(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "portal log");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (var output = process.inputReader()) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (log) {
                    log.append(line).append('\n');
                    log.notifyAll();
                }
            }
        } catch (IOException e) {
            // The process is gone, and with it what it would have said.
        }
    }

    /** @param settings such as {@code quarkus.profile=demo} */
    static PackagedPortal start(Path folder, String... settings) {
        return startFrom(Path.of(System.getProperty("build.directory", "target"), "quarkus-app"), folder, settings);
    }

    /** @param application the folder of the packaged jar */
    public static PackagedPortal startFrom(Path application, Path folder, String... settings) {
        var command = new ArrayList<String>();
        var executable = Path.of(System.getProperty("native.image.path", "none"));
        var jar = application.toAbsolutePath().resolve("quarkus-run.jar");
        if (Files.isExecutable(executable)) {
            command.add(executable.toAbsolutePath().toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            // It lives for seconds: what the second compiler would make of it never pays.
            command.add("-XX:TieredStopAtLevel=1");
        }
        for (String setting : settings) {
            command.add("-D" + setting);
        }
        command.add("-Dquarkus.http.port=0");
        command.add("-Dquarkus.management.port=0");
        if (!Files.isExecutable(executable)) {
            command.addAll(List.of("-jar", jar.toString()));
        }
        try {
            return new PackagedPortal(new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PackagedPortal awaitReady() {
        await(LISTENING);
        return this;
    }

    /** @return the first match in the log, once it is there */
    Matcher await(Pattern pattern) {
        var end = Instant.now().plus(PATIENCE);
        synchronized (log) {
            var matcher = pattern.matcher(log.toString());
            while (!matcher.find()) {
                var left = Duration.between(Instant.now(), end).toMillis();
                if (left <= 0 || !process.isAlive()) {
                    throw new AssertionError("No " + pattern + " in: " + log);
                }
                waitForMore(Math.min(left, 500));
                matcher = pattern.matcher(log.toString());
            }
            return matcher;
        }
    }

    private void waitForMore(long milliseconds) {
        try {
            log.wait(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @return the exit code of a portal that can't start */
    int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Still running: " + log());
            }
            reader.join(PATIENCE.toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "http://localhost:" + await(LISTENING).group(1);
    }

    public String log() {
        synchronized (log) {
            return log.toString();
        }
    }

    int statusOf(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url() + path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }

    /** As {@code kill -9} does: nothing is flushed, nothing is closed. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As an operator stops it: what is under way may come to its end. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    @Override
    public void close() {
        kill();
    }
}
