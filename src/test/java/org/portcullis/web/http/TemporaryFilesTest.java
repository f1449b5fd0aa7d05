package org.portcullis.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {

    @TempDir
    Path parent;

    @Test
    void areInAFolderOfTheirOwnersAlone() throws IOException {
        var files = new TemporaryFiles(parent.resolve("data").resolve("uploads"));
        files.prepare(null);
        files.prepare(null);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(files.folder())));
        assertEquals("rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(files.folder().getParent())));
    }

    @Test
    void areInAFolderThatQuarkusHasMade() throws IOException {
        var made = Files.createDirectory(parent.resolve("made"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        new TemporaryFiles(made).prepare(null);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
    }

    @Test
    void leaveAFolderOfEverybodysAsItIs() throws IOException {
        var shared = Files.createDirectory(parent.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        new TemporaryFiles(shared).prepare(null);
        assertEquals("rwxrwxrwx", PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)));
    }

    @Test
    void ofAKilledProcessGoWithTheNextStart() throws IOException {
        var files = new TemporaryFiles(parent);
        var left = Files.createFile(parent.resolve("portcullis-left.body"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        var others = Files.createFile(parent.resolve("of-others"));
        Files.setLastModifiedTime(others, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        var fresh = Files.createFile(parent.resolve("portcullis-fresh.body"));
        files.prepare(null);
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(others));
        assertTrue(Files.exists(fresh));
    }

    @Test
    void areNoReasonNotToStart() throws IOException {
        var file = Files.createFile(parent.resolve("a-file"));
        new TemporaryFiles(file.resolve("uploads")).prepare(null);
        assertTrue(Files.isRegularFile(file));
    }
}
