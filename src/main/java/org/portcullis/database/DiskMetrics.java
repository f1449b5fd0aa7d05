package org.portcullis.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.portcullis.settings.Settings;

/** How much room is left where the portal writes: in its own folder, and where bodies of requests are kept for a moment. */
@Singleton
class DiskMetrics {

    void publish(@Observes StartupEvent start, MeterRegistry metrics, Settings settings) {
        Stream.of(settings.dataDirectory(), System.getProperty("java.io.tmpdir"))
                .map(folder -> Path.of(folder).toAbsolutePath().normalize()).distinct().filter(Files::isDirectory)
                .forEach(folder -> new DiskSpaceMetrics(folder.toFile()).bindTo(metrics));
    }
}
