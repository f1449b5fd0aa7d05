package org.portcullis.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A browser cuts what is pasted into such a field without a word. */
    @Test
    void letNoBrowserCutWhatIsPasted() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            assertEquals(List.of(), files.filter(file -> file.toString().matches(".*\\.(html|js)"))
                    .filter(file -> read(file).toLowerCase().contains("maxlength")).toList());
        }
    }
}
