package org.portcullis.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Gauges of what is in the database, asked for when the metrics are read: all of them in one round, on a thread of their own. A
 * database that does not answer makes them NaN, and holds up none of the other metrics, which say so.
 */
@Singleton
public class DatabaseGauges {

    private static final Logger LOG = Logger.getLogger(DatabaseGauges.class);
    /** Prometheus gives up after ten seconds, unless told otherwise. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    /** The metrics of one reading are from one round. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final MeterRegistry metrics;
    private final Function<Supplier<? extends Number>, Number> reading;
    private final Map<String, Supplier<? extends Number>> queries = new LinkedHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var made = new Thread(work, "database gauges");
        made.setDaemon(true);
        return made;
    });

    private CompletableFuture<Map<String, Double>> round;
    private long begunAt;

    @Inject
    DatabaseGauges(MeterRegistry metrics) {
        this(metrics, query -> QuarkusTransaction.requiringNew().call(query::get));
    }

    /** @param reading runs a query in a transaction */
    DatabaseGauges(MeterRegistry metrics, Function<Supplier<? extends Number>, Number> reading) {
        this.metrics = metrics;
        this.reading = reading;
    }

    /** @param query runs in a transaction of its own, whenever the metrics are read */
    public synchronized void register(String name, String description, Supplier<? extends Number> query) {
        queries.put(name, query);
        Gauge.builder(name, () -> value(name)).description(description).register(metrics);
    }

    private double value(String name) {
        var read = current();
        try {
            return read.values().get(Math.max(0, read.patience()), TimeUnit.NANOSECONDS).getOrDefault(name, Double.NaN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        } catch (Exception e) {
            return Double.NaN;
        }
    }

    /** @param patience how much longer it may be waited for, in nanoseconds */
    private record Round(CompletableFuture<Map<String, Double>> values, long patience) {
    }

    private synchronized Round current() {
        var now = System.nanoTime();
        if (round == null || round.isDone() && now - begunAt > FRESH.toNanos()) {
            var asked = Map.copyOf(queries);
            round = CompletableFuture.supplyAsync(() -> read(asked), thread);
            begunAt = now;
        }
        return new Round(round, PATIENCE.toNanos() - (now - begunAt));
    }

    private Map<String, Double> read(Map<String, Supplier<? extends Number>> asked) {
        var values = new LinkedHashMap<String, Double>();
        asked.forEach((name, query) -> values.put(name, read(name, query)));
        return values;
    }

    private double read(String name, Supplier<? extends Number> query) {
        try {
            return reading.apply(query).doubleValue();
        } catch (RuntimeException e) {
            // Whether the database can be worked with at all, DatabaseHealth logs.
            LOG.debugf(e, "%s could not be read", name);
            return Double.NaN;
        }
    }
}
