package org.portcullis.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one file of an embedded database.
 *
 * @param path the file
 * @param scheme H2's names for how it reaches the file, such as {@code durable:}, or empty
 * @param options what follows the file in the address, from its first semicolon on
 */
record DatabaseFile(Path path, String scheme, String options) {

    private static final String SUFFIX = ".mv.db";
    private static final Pattern ADDRESS = Pattern.compile("jdbc:h2:file:((?:[A-Za-z]{2,}:)*)([^;]+)(.*)");

    /** @return the file of the database at this JDBC address, or none where the database is not embedded in one */
    static Optional<DatabaseFile> of(String url) {
        var address = ADDRESS.matcher(url);
        return address.matches()
                ? Optional.of(new DatabaseFile(Path.of(address.group(2) + SUFFIX), address.group(1), address.group(3)))
                : Optional.empty();
    }

    String url() {
        var name = path.toString();
        return "jdbc:h2:file:" + scheme + name.substring(0, name.length() - SUFFIX.length()) + options;
    }

    /** @return the file beside this one in which a new database is built; it is forced to the disk when it is whole, not before */
    DatabaseFile beside() {
        return new DatabaseFile(sibling(".new" + SUFFIX), scheme.replace(DurableFiles.SCHEME + ":", ""),
                options + ";TRACE_LEVEL_FILE=0");
    }

    private Path sibling(String suffix) {
        var name = path.getFileName().toString();
        return path.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + suffix);
    }

    /** @return what H2 writes of errors, once there are any */
    private Path trace() {
        return sibling(".trace.db");
    }

    /** @return the file that a process holds locked while it works on the one beside */
    Path lock() {
        return sibling(".starting");
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** @throws IOException if the file can't be made, or is there */
    void create() throws IOException {
        Files.createFile(path, OwnerOnly.file());
    }

    /** @throws IOException if there is no room, the file can't be read, or the copy is not what it should be */
    void copyTo(DatabaseFile copy) throws IOException {
        copy.create();
        Files.copy(path, copy.path, StandardCopyOption.REPLACE_EXISTING);
        OwnerOnly.protect(copy.path);
        copy.force();
        if (Files.mismatch(path, copy.path) >= 0) {
            throw new IOException("the copy " + copy.path + " differs from " + path);
        }
    }

    /** Takes the other file's place, at once and for good. */
    void replace(DatabaseFile other) throws IOException {
        force();
        Files.move(path, other.path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        other.forceFolder();
    }

    /** Makes what is there its owner's only. */
    void protect() throws IOException {
        OwnerOnly.protect(path);
        if (Files.exists(trace())) {
            OwnerOnly.protect(trace());
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private void force() throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }

    private void forceFolder() throws IOException {
        if (OwnerOnly.isPossible()) {
            // A folder can be opened for reading alone; elsewhere than on POSIX not even that.
            try (var folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }
}
