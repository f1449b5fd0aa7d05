package org.portcullis.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jboss.logging.Logger;

/** Files and folders that the portal's own user alone reads and writes, where the operating system knows such. */
final class OwnerOnly {

    private static final Logger LOG = Logger.getLogger(OwnerOnly.class);
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {
    }

    static boolean isPossible() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    static FileAttribute<?>[] file() {
        return asAttribute(FILE);
    }

    /** Makes the folder, and those above it, unless it is there; one that is there is closed to others. */
    static void folder(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder, asAttribute(FOLDER));
        }
        restrict(folder, FOLDER);
    }

    static void protect(Path file) throws IOException {
        restrict(file, FILE);
    }

    private static FileAttribute<?>[] asAttribute(Set<PosixFilePermission> permissions) {
        return isPossible() ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /** Another owner's folder, such as a mounted one, can't be changed, only pointed out. */
    private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (isPossible() && !permissions.containsAll(Files.getPosixFilePermissions(path))) {
            try {
                Files.setPosixFilePermissions(path, permissions);
            } catch (IOException e) {
                LOG.warnf("Others than the portal's user may read %s, and it can't be changed: %s", path,
                        e.getMessage());
            }
        }
    }
}
