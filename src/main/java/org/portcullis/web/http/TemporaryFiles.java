package org.portcullis.web.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The portal's own folder for uploads while their request is processed. In the system's temporary folder every user of
 * the machine could read the names, and the first user's folder for uploads would stop all others from making theirs.
 */
@ApplicationScoped
public class TemporaryFiles {

    private static final Logger LOG = Logger.getLogger(TemporaryFiles.class);
    private static final String FOLDER = "rwx------";
    /** Prefixes of the names of bodies, and of the files of forms, which Quarkus makes. */
    private static final List<String> OURS = List.of("portcullis-", "resteasy-reactive");
    /** Longer than any request lasts: an older file was left by a process that was killed. */
    private static final Duration LEFT = Duration.ofHours(1);

    private Path folder;

    /** Required by the CDI client proxy. */
    TemporaryFiles() {
    }

    @Inject
    TemporaryFiles(@ConfigProperty(name = "quarkus.http.body.uploads-directory") Path folder) {
        this.folder = folder;
    }

    /**
     * A failure to make the folder does not stop the process, which may only verify the audit trail of a copy; each
     * upload then fails.
     */
    void prepare(@Observes StartupEvent start) {
        try {
            Files.createDirectories(folder, ownerOnly());
            close();
            deleteBefore(Instant.now().minus(LEFT));
        } catch (IOException e) {
            LOG.errorf("Uploads can't be kept in %s: %s", folder.toAbsolutePath().normalize(), e);
        }
    }

    /**
     * Quarkus may have made the folder already, readable for all users. A folder that all users may write to belongs to
     * the system and is left as it is.
     */
    private void close() throws IOException {
        if (isPosix() && !Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(FOLDER));
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FOLDER))}
                : new FileAttribute<?>[0];
    }

    void deleteBefore(Instant moment) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (OURS.stream().anyMatch(file.getFileName().toString()::startsWith)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** @return the folder, whose files only the portal's own user can read */
    Path folder() {
        return folder;
    }
}
