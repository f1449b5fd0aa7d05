package org.portcullis.order.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of 5 MB that were made to cost as much as they can. */
class PdfCheckWorkTest {

    private static final int ROOM = (int) PdfCheck.LARGEST - 2_000;

    @TempDir
    Path folder;

    /** In a process of its own, which has 64 MB in all. */
    @Test
    void needsLittleMemoryWhateverAFileHolds() throws IOException, InterruptedException {
        for (var pattern : List.of("[]", "()", "1 0 R ", "<</A<<>>>>")) {
            write("plain", number -> number + " 0 obj[" + pattern.repeat(90_000 / pattern.length()) + "]endobj\n");
            write("whole", "5 0 obj[" + pattern.repeat(ROOM / pattern.length()));
            write("packed whole", 5 + objectStream("[" + pattern.repeat(1_900_000 / pattern.length())));
        }
        write("names", "5 0 obj[" + IntStream.range(0, 700_000).mapToObj(number -> "/" + Integer.toHexString(number))
                .collect(Collectors.joining()));
        for (var start : List.of("5 0 obj(", "5 0 obj<41", "5 0 obj/A", "5 0 obj 1", "5 0 obj.1")) {
            write("long", start + "1".repeat(ROOM - 20));
        }
        for (var word : List.of(" obj(", " obj<<", " obj[", "1 0 obj ", "trailer(", "trailer<<",
                "5 0 obj<</N 0/First 0>>stream\n")) {
            write("again", word.repeat(ROOM / word.length()));
        }
        write("bomb", 5 + objectStream(" ".repeat(100 * 1024 * 1024)));
        write("streams", number -> number + " 0 obj<</N 0/First 0>>stream\nendstream endobj\n");
        write("encryption", "8 0 obj<</Filter/Standard>>endobj ".repeat(100_000) + "trailer<</Encrypt 8 0 R>>");
        var process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), All.class.getName(),
                folder.toString())
                .redirectErrorStream(true).start();
        var answer = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), answer);
    }

    private void write(String name, IntFunction<String> object) throws IOException {
        var text = new StringBuilder();
        for (int number = 10; text.length() < ROOM - 100_000 && number < 5_000; number++) {
            text.append(object.apply(number));
        }
        write(name, text.toString());
    }

    private void write(String name, String content) throws IOException {
        var pdf = Pdfs.bytes(Pdfs.within(Pdfs.raw(""), content));
        assertTrue(pdf.length <= PdfCheck.LARGEST);
        Files.write(Files.createTempFile(folder, name, ".pdf"), pdf);
    }

    /** Without its number. */
    private static String objectStream(String object) {
        var stored = Pdfs.deflated("5 0 " + object);
        return " 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + stored.length() + ">>stream\n" + stored
                + "\nendstream endobj\n";
    }

    /** Judges all files of a folder. */
    static final class All {

        private All() {
        }

        public static void main(String[] folder) throws IOException {
            try (var files = Files.list(Path.of(folder[0]))) {
                for (var file : files.toList()) {
                    PdfCheck.problem(file);
                    Files.delete(file);
                }
            }
        }
    }
}
