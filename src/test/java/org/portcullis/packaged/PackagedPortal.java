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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The portal as an operator starts it: the packaged jar or the native executable, in a folder of its own. */
public final class PackagedPortal implements AutoCloseable {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path BUILT = Path.of(System.getProperty("build.directory", "target"));
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
    public static PackagedPortal start(Path folder, String... settings) {
        return command(folder, List.of(), settings);
    }

    /** @param words what is written after the program, such as {@code verify-trail} */
    static PackagedPortal command(Path folder, List<String> words, String... settings) {
        var executable = Path.of(System.getProperty("native.image.path", "none"));
        return Files.isExecutable(executable)
                ? start(List.of(executable.toAbsolutePath().toString()), words, folder, settings)
                : startFrom(BUILT.resolve("quarkus-app"), folder, words, settings);
    }

    static PackagedPortal commandOnPostgres(Path folder, List<String> words, Map<String, String> settings) {
        return startFrom(BUILT.resolve("on-postgresql").resolve("quarkus-app"), folder, words, asTyped(settings));
    }

    static PackagedPortal start(Path folder, Map<String, String> settings) {
        return start(folder, asTyped(settings));
    }

    /** One of several processes that share a PostgreSQL: the tests' build packages the jar for it as well. */
    static PackagedPortal startOnPostgres(Path folder, Map<String, String> settings) {
        return startFrom(BUILT.resolve("on-postgresql").resolve("quarkus-app"), folder, List.of(), asTyped(settings));
    }

    private static String[] asTyped(Map<String, String> settings) {
        return settings.entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    /**
     * With the compiler and the collector that an operator's portal has, for measuring.
     *
     * @param application the folder of the packaged jar
     */
    public static PackagedPortal startAsOperated(Path application, Path folder, String... settings) {
        return startWith(List.of(), application, folder, settings);
    }

    /**
     * The same with options of the Java machine.
     *
     * @param options such as {@code -Xmx512m}
     */
    public static PackagedPortal startWith(List<String> options, Path application, Path folder, String... settings) {
        return start(Stream.concat(Stream.of(JAVA), options.stream()).toList(), jar(application, List.of()), folder,
                settings);
    }

    private static PackagedPortal startFrom(Path application, Path folder, List<String> words, String... settings) {
        // It lives for seconds on a machine with two cores: neither the second compiler nor parallel collectors ever pay.
        return start(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), jar(application, words), folder,
                settings);
    }

    private static List<String> jar(Path application, List<String> words) {
        return Stream.concat(Stream.of("-jar", application.toAbsolutePath().resolve("quarkus-run.jar").toString()),
                words.stream()).toList();
    }

    private static PackagedPortal start(List<String> before, List<String> after, Path folder, String... settings) {
        var command = new ArrayList<>(before);
        command.add("-Dquarkus.http.port=0");
        command.add("-Dquarkus.management.port=0");
        // A slow machine takes longer than five minutes from a sign-in to the page that asks whether it was recent.
        command.add("-Dportcullis.session.recent=PT50M");
        Stream.of(settings).map(setting -> "-D" + setting).forEach(command::add);
        command.addAll(after);
        try {
            return new PackagedPortal(
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start());
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

    public boolean isAlive() {
        return process.isAlive();
    }

    public long processId() {
        return process.pid();
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
