package org.portcullis.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfCheckTest {

    /** A catalog, object 5, and the table that says it is the first in the object stream, object 4 at byte 9. */
    private static final String OBJECTS = "5 0 <</Type /Catalog /Pages <</Type /Pages /Count 1 /Kids [<</Type /Page>>]>> >>";
    private static final String TABLE = "\0\0\0\0".repeat(4) + "\1\0\11\0" + "\2\0\4\0";

    @TempDir
    Path folder;

    private DocumentProblem problemOf(byte[] content) throws IOException {
        return PdfCheck.problem(Files.write(folder.resolve("bill.pdf"), content)).orElse(null);
    }

    private DocumentProblem problemOf(String content) throws IOException {
        return problemOf(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void takesAPdfInEitherForm() throws IOException {
        assertNull(problemOf(Pdfs.plain()));
        assertNull(problemOf(Pdfs.unpackedWith(document -> { })));
    }

    @Test
    void takesASimplePdfThatNeedsRepair() throws IOException {
        assertNull(problemOf("""
                %PDF-1.4
                1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
                2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
                3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]>> endobj
                trailer <</Root 1 0 R /Size 4>>
                startxref
                0
                %%EOF
                """));
    }

    @Test
    void goesByTheContentAndNotByTheName() throws IOException {
        assertEquals(DocumentProblem.EMPTY, problemOf(new byte[0]));
        assertEquals(DocumentProblem.NOT_PDF, problemOf("Dear carrier, this is a letter."));
        assertEquals(DocumentProblem.NOT_PDF, problemOf("\u0089PNG\r\n\u001a\n and so on"));
        assertEquals(DocumentProblem.NOT_PDF, problemOf("<script>alert(1)</script>%PDF-1.4"));
        assertEquals(DocumentProblem.NOT_PDF, problemOf("%PD"));
    }

    @Test
    void takesFiveMegabytesAndNotOneByteMore() throws IOException {
        var padded = Arrays.copyOf(Pdfs.unpackedWith(document -> { }), (int) PdfCheck.LARGEST);
        // A comment may fill the end; what is looked for there is said again.
        var start = new String(padded, StandardCharsets.ISO_8859_1).replaceAll("\0+$", "");
        var end = start.substring(start.lastIndexOf("startxref"));
        Arrays.fill(padded, start.length(), padded.length, (byte) '\n');
        System.arraycopy(end.getBytes(StandardCharsets.ISO_8859_1), 0, padded, padded.length - end.length(), end.length());
        assertNull(problemOf(padded));
        assertEquals(DocumentProblem.TOO_LARGE, problemOf(Arrays.copyOf(padded, padded.length + 1)));
    }

    @Test
    void refusesWhatCannotBeRead() throws IOException {
        assertEquals(DocumentProblem.DAMAGED, problemOf("%PDF-1.7\nnothing of the kind"));
        var whole = Pdfs.plain();
        assertEquals(DocumentProblem.DAMAGED, problemOf(Arrays.copyOf(whole, whole.length / 2)));
        assertEquals(DocumentProblem.DAMAGED, problemOf(Arrays.copyOf(whole, whole.length - 8)), "its end was cut off");
        assertEquals(DocumentProblem.DAMAGED, problemOf(Pdfs.with(document -> document.removePage(0))));
    }

    @ParameterizedTest
    @CsvSource({"secret, ENCRYPTED", "'', "})
    void opensWithoutAPassword(String userPassword, DocumentProblem expected) throws IOException {
        assertEquals(expected, problemOf(Pdfs.with(document -> {
            try {
                document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        })));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "Rendition"})
    void refusesActions(String type) throws IOException {
        assertEquals(DocumentProblem.ACTIVE_CONTENT, problemOf(Pdfs.with(document ->
                document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, Pdfs.action(type)))));
        assertEquals(DocumentProblem.ACTIVE_CONTENT, problemOf(Pdfs.unpackedWith(document ->
                document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, Pdfs.array(Pdfs.action(type))))));
    }

    @Test
    void seesThroughNamesInDisguise() throws IOException {
        var plain = new String(Pdfs.unpackedWith(document ->
                document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, Pdfs.action("Launch"))),
                StandardCharsets.ISO_8859_1);
        assertEquals(DocumentProblem.ACTIVE_CONTENT, problemOf(plain.replace("/Launch", "/#4caunch")));
    }

    @ParameterizedTest
    @CsvSource({"factur-x.xml, ", "setup.exe, ACTIVE_CONTENT", "invoice.xml.exe, ACTIVE_CONTENT"})
    void takesFilesWithinAFileOnlyWhenTheyAreElectronicInvoices(String name, DocumentProblem expected) throws IOException {
        assertEquals(expected, problemOf(Pdfs.with(document ->
                document.getDocumentCatalog().getCOSObject().setItem(COSName.AF, Pdfs.array(Pdfs.embedded(name))))));
    }

    @ParameterizedTest
    @CsvSource({"7, ", "9, DAMAGED"})
    void refusesWhatUnpacksToMoreThanARealFileHolds(int megabytes, DocumentProblem expected) throws IOException {
        var padding = " ".repeat(megabytes * 1024 * 1024);
        assertEquals(expected, problemOf(packed("/N 1 /First 4 /Filter /FlateDecode", deflated(OBJECTS + padding), "", TABLE)));
        assertEquals(expected, problemOf(packed("/N 1 /First 4", OBJECTS, "/Filter [/FlateDecode]", deflated(TABLE + padding))));
    }

    @Test
    void refusesObjectStreamsPackedAsNoWriterDoes() throws IOException {
        var twice = deflated(deflated(OBJECTS));
        assertEquals(DocumentProblem.DAMAGED,
                problemOf(packed("/N 1 /First 4 /Filter [/FlateDecode /FlateDecode]", twice, "", TABLE)));
        assertEquals(DocumentProblem.DAMAGED, problemOf(packed("/N 2000000000 /First 4", OBJECTS, "", TABLE)));
        assertEquals(DocumentProblem.DAMAGED, problemOf(packed("/N 1 /First 4 /Filter /FlateDecode "
                + "/DecodeParms <</Predictor 12 /Columns 2000000000>>", deflated(OBJECTS), "", TABLE)));
    }

    @Test
    void looksIntoObjectStreams() throws IOException {
        assertEquals(DocumentProblem.ACTIVE_CONTENT, problemOf(packed("/N 1 /First 4",
                OBJECTS.replace("/Catalog", "/Catalog /OpenAction <</S /Launch>>"), "", TABLE)));
    }

    private static String packed(String objectEntries, String objects, String tableEntries, String table) {
        var start = "%PDF-1.5\n4 0 obj <</Type /ObjStm " + objectEntries + stream(objects);
        return start + "6 0 obj <</Type /XRef /W [1 2 1] /Size 6 /Root 5 0 R " + tableEntries + stream(table)
                + "startxref\n" + start.length() + "\n%%EOF\n";
    }

    private static String stream(String content) {
        return " /Length " + content.length() + ">> stream\n" + content + "\nendstream endobj\n";
    }

    private static String deflated(String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void survivesNestingAndFilesThatSendItInCircles() throws IOException {
        assertEquals(DocumentProblem.DAMAGED, problemOf("%PDF-1.4\n1 0 obj " + Pdfs.nested(1_000_000)
                + " endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"));
        assertEquals(DocumentProblem.DAMAGED, problemOf("%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
                + "2 0 obj <</Type /Pages /Count 9 /Kids [2 0 R]>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"));
        assertEquals(DocumentProblem.DAMAGED, problemOf("%PDF-1.4\n" + "1 0 obj<<".repeat(400_000)));
    }
}
