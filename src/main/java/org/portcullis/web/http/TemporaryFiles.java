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
 * The folder for what is uploaded, as long as its request lasts. It is the portal's own: in the system's one, each user of the machine
 * could look at the names, and the first one's folder of uploads would keep all others from making theirs.
 */
@ApplicationScoped
public class TemporaryFiles {

    private static final Logger LOG = Logger.getLogger(TemporaryFiles.class);
    private static final String FOLDER = "rwx------";
    /** How the names of bodies begin, and those of the files in forms, which Quarkus makes. */
    private static final List<String> OURS = List.of("portcullis-", "resteasy-reactive");
    /** Longer than any request lasts: what is older was left by a process that was killed. */
    private static final Duration LEFT = Duration.ofHours(1);

    private Path folder;

    /** For the client proxy. */
    TemporaryFiles() {
    }

    @Inject
    TemporaryFiles(@ConfigProperty(name = "quarkus.http.body.uploads-directory") Path folder) {
        this.folder = folder;
    }

    /** A folder that can't be made keeps nobody from reading the audit trail of a copy: then each upload fails. */
    void prepare(@Observes StartupEvent start) {
        try {
            Files.createDirectories(folder, ownerOnly());
            close();
            deleteBefore(Instant.now().minus(LEFT));
        } catch (IOException e) {
            LOG.errorf("Uploads can't be kept in %s: %s", folder.toAbsolutePath().normalize(), e);
        }
    }

    /** Quarkus may have made it already, for all to look into. One that everybody may write to is not the portal's to change. */
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
