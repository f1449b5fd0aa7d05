package org.portcullis.order.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfCheckTest {

    /** A catalog, object 5, and the table that says it is the first in the object stream, object 4 at byte 9. */
    private static final String OBJECTS = "5 0 <</Type /Catalog /Pages <</Type /Pages /Count 1 /Kids [<</Type /Page>>]>> >>";
    private static final String TABLE = "\0\0\0\0".repeat(4) + "\1\0\11\0" + "\2\0\4\0";

    /** As a PDF writes it. */
    private static final String UNC = "\\\\\\\\host\\\\share\\\\";

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
        assertNull(problemOf(Pdfs.unpackedWith(document -> {})));
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

    /** What servers and mail programs leave there; offsets are counted from the start of the file, or from the header. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\u00ef\u00bb\u00bf", "\0\0\0",
        "<br />\n<b>Warning</b>: no such file on line 3<br />\n",
        "Content-Type: application/pdf\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n"})
    void takesBytesBeforeTheHeader(String before) throws IOException {
        assertNull(problemOf(Pdfs.raw(before, 0, "")));
        assertNull(problemOf(Pdfs.raw(before, before.length(), "")));
        assertNull(problemOf(before + new String(Pdfs.plain(), StandardCharsets.ISO_8859_1)),
                "a cross-reference stream");
        assertEquals(DocumentProblem.SCRIPT, problemOf(Pdfs.raw(before, 0, "/OpenAction <</S /JavaScript /JS (x)>>")));
    }

    @ParameterizedTest
    @CsvSource({"1024, ", "1025, NOT_PDF"})
    void looksForTheHeaderAsFarAsReadersDo(int before, DocumentProblem expected) throws IOException {
        assertEquals(expected, problemOf(Pdfs.raw("\1".repeat(before), 0, "")));
    }

    @Test
    void takesNoPdfWithinAnotherFile() throws IOException {
        assertEquals(DocumentProblem.PROGRAM, problemOf(Pdfs.raw("MZ\u0090\0", 0, "")));
        assertEquals(DocumentProblem.PICTURE, problemOf(Pdfs.raw("\u00ff\u00d8\u00ff\u00e0", 0, "")));
        assertEquals(DocumentProblem.ARCHIVE, problemOf(Pdfs.raw("PK\3\4", 0, "")));
    }

    @Test
    void takesPaddingAndSomeJunkAfterTheEnd() throws IOException {
        for (String padding : List.of("\0", " ", "\r\n")) {
            assertNull(problemOf(Pdfs.raw("") + padding.repeat(100_000)));
        }
        assertNull(problemOf(Pdfs.raw("") + "<!-- served in 12 ms -->\n".repeat(20)));
        assertEquals(DocumentProblem.DAMAGED, problemOf(Pdfs.raw("") + "<!-- served in 12 ms -->\n".repeat(200)));
    }

    @Test
    void takesUpdatesAndLooksIntoEachVersion() throws IOException {
        var update = "3 0 obj <</Type /Page /Parent 2 0 R /Rotate 90>> endobj\nxref\n3 1\n0000000000 00000 n \n"
                + "trailer <</Root 1 0 R /Size 5 /Prev 9>>\nstartxref\n9\n%%EOF\n";
        assertNull(problemOf(Pdfs.raw("") + update));
        assertEquals(DocumentProblem.PROGRAM_START, problemOf(Pdfs.raw("", "<</S /Launch>>") + update));
        assertEquals(DocumentProblem.PROGRAM_START,
                problemOf(Pdfs.raw("") + update.replace("/Rotate 90", "/AA <</O <</S /Launch>>>>")));
    }

    /** The first page and its table come first, before the rest (ISO 32000-2, annex F). */
    @Test
    void takesLinearizedFiles() throws IOException {
        assertNull(problemOf("%PDF-1.7\n9 0 obj <</Linearized 1 /L 900 /H [500 30] /O 3 /E 600 /N 1 /T 700>> endobj\n"
                + "xref\n1 1\n0000000100 00000 n \ntrailer <</Root 1 0 R /Size 10 /Prev 700>>\nstartxref\n0\n%%EOF\n"
                + Pdfs.raw("").replace("%PDF-1.7\n", "")));
    }

    @Test
    void takesWrongTables() throws IOException {
        assertNull(problemOf(Pdfs.raw("").replaceFirst("startxref\n\\d+", "startxref\n3")));
        assertNull(problemOf(Pdfs.raw("").replace("0000000", "0000001")));
        assertNull(problemOf(Pdfs.raw("").replace("\n", "\r\n")), "saved as text");
        var packed = new String(Pdfs.plain(), StandardCharsets.ISO_8859_1);
        assertNull(problemOf(packed.replaceFirst("startxref\n\\d+", "startxref\n3")), "with object streams");
    }

    private static Stream<Arguments> otherFiles() {
        var ole = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
        return Stream.of(arguments("GIF89a..", DocumentProblem.PICTURE),
                arguments("II*\0", DocumentProblem.PICTURE),
                arguments("RIFF1234WEBPVP8", DocumentProblem.PICTURE),
                arguments("\0\0\0\u0018ftypheic", DocumentProblem.PICTURE),
                arguments("{\\rtf1 Dear carrier", DocumentProblem.WORD_FILE),
                arguments("PK\3\4 word/document.xml", DocumentProblem.WORD_FILE),
                arguments("PK\3\4mimetypeapplication/vnd.oasis.opendocument.text", DocumentProblem.WORD_FILE),
                arguments(ole + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", DocumentProblem.WORD_FILE),
                arguments(ole + "W\0o\0r\0k\0b\0o\0o\0k\0", DocumentProblem.SPREADSHEET),
                arguments("PK\3\4 xl/workbook.xml", DocumentProblem.SPREADSHEET),
                arguments("PK\3\4 letter.pdf", DocumentProblem.ARCHIVE),
                arguments("7z\u00bc\u00af", DocumentProblem.ARCHIVE),
                arguments("MZ\u0090\0", DocumentProblem.PROGRAM),
                arguments("<!DOCTYPE html><title>Sign in</title>", DocumentProblem.WEB_PAGE),
                arguments("\u00ef\u00bb\u00bf  <HTML lang=en>", DocumentProblem.WEB_PAGE),
                arguments("<?xml version=\"1.0\"?><html xmlns=\"x\">", DocumentProblem.WEB_PAGE),
                arguments("Received: from mail.example.com", DocumentProblem.EMAIL),
                arguments("\1\2\3", DocumentProblem.NOT_PDF));
    }

    @ParameterizedTest
    @MethodSource("otherFiles")
    void saysWhatAFileSeemsToBeThatIsNoPdf(String content, DocumentProblem expected) throws IOException {
        assertEquals(expected, problemOf(content));
    }

    @Test
    void goesByTheContentAndNotByTheName() throws IOException {
        assertEquals(DocumentProblem.EMPTY, problemOf(new byte[0]));
        assertEquals(DocumentProblem.TEXT, problemOf("Dear carrier, this is a letter."));
        assertEquals(DocumentProblem.PICTURE, problemOf("\u0089PNG\r\n\u001a\n and so on"));
        assertEquals(DocumentProblem.DAMAGED, problemOf("<script>alert(1)</script>%PDF-1.4"));
        assertEquals(DocumentProblem.TEXT, problemOf("%PD"));
    }

    @Test
    void takesFiveMegabytesAndNotOneByteMore() throws IOException {
        var padded = Arrays.copyOf(Pdfs.unpackedWith(document -> {}), (int) PdfCheck.LARGEST);
        // A comment may fill the end; what is looked for there is said again.
        var start = new String(padded, StandardCharsets.ISO_8859_1).replaceAll("\0+$", "");
        var end = start.substring(start.lastIndexOf("startxref"));
        Arrays.fill(padded, start.length(), padded.length, (byte) '\n');
        System.arraycopy(end.getBytes(StandardCharsets.ISO_8859_1), 0, padded, padded.length - end.length(),
                end.length());
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
        assertEquals(expected, problemOf(Pdfs.with(document -> Pdfs.protect(document, userPassword))));
        assertEquals(expected, problemOf(Pdfs.unpackedWith(document -> Pdfs.protect(document, userPassword))));
    }

    @Test
    void looksIntoFilesThatAreEncryptedButOpen() throws IOException {
        for (var form : List.of(CompressParameters.DEFAULT_COMPRESSION, CompressParameters.NO_COMPRESSION)) {
            assertNull(problemOf(Pdfs.restricted(form, document -> link(document, "https://www.example.com/"))));
            assertEquals(DocumentProblem.OUTSIDE_FILE,
                    problemOf(Pdfs.restricted(form, document -> link(document, "\\\\host\\share"))));
        }
    }

    /** One reader follows the trailer that says so, another one the last. */
    @Test
    void isNotMisledByATrailerThatOnlySaysThatAFileIsEncrypted() throws IOException {
        var restricted = new String(Pdfs.restricted(CompressParameters.NO_COMPRESSION, document -> {}),
                StandardCharsets.ISO_8859_1);
        var link = "99 0 obj <</S /URI /URI (file:///C:/x.exe)>> endobj\n";
        assertEquals(DocumentProblem.OUTSIDE_FILE,
                problemOf(restricted + link + "trailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"));
    }

    private static void link(PDDocument document, String address) {
        var action = new COSDictionary();
        action.setName(COSName.S, "URI");
        action.setString(COSName.URI, address);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, action);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<</Filter /Adobe.PubSec /V 4 /SubFilter /adbe.pkcs7.s5>>",
        "<</Filter /MicrosoftIRMServices /V 1>>", "9 0 R"})
    void tellsProtectedOnesApart(String encryption) throws IOException {
        var pdf = Pdfs.within(Pdfs.raw(""), "9 0 obj <</Filter /Adobe.PubSec /V 4>> endobj\n");
        assertEquals(DocumentProblem.ENCRYPTED_BY_CERTIFICATE,
                problemOf(pdf.replace("/Root 1 0 R", "/Root 1 0 R /Encrypt " + encryption)));
    }

    @ParameterizedTest
    @CsvSource({"JavaScript, SCRIPT", "Launch, PROGRAM_START", "SubmitForm, FORM_SENDING", "ImportData, DATA_IMPORT",
        "GoToR, OUTSIDE_FILE",
        "GoToE, OUTSIDE_FILE", "Thread, OUTSIDE_FILE", "Rendition, MEDIA", "RichMediaExecute, MEDIA", "Movie, MEDIA",
        "Sound, MEDIA"})
    void namesTheAction(String type, DocumentProblem expected) throws IOException {
        var action = "<</S /" + type + ">>";
        assertEquals(expected, problemOf(Pdfs.raw("/OpenAction " + action)));
        assertEquals(expected, problemOf(Pdfs.raw("/OpenAction 5 0 R", "<</S 6 0 R>>", "/" + type)), "by references");
        assertEquals(expected, problemOf(Pdfs.raw("/OpenAction " + action.replace(">>", " /S /GoTo>>"))), "said twice");
        assertEquals(expected, problemOf(Pdfs.within(Pdfs.raw(""), Pdfs.objectStream(action))), "packed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.example.com/a?b=//c", "http://example.com", "mailto:desk@example.com",
        "tel:+12065550100",
        "www.example.com", "letter.html"})
    void takesLinksToWebsitesAndPeople(String address) throws IOException {
        assertLinked(null, address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///C:/x.exe", "FILE:x", "\1 fi\tle:x", UNC, "//host/share", "%5c%5Chost", "C:/x.exe",
        "smb://host/share",
        "javascript:x", "ms-word:x"})
    void refusesLinksToFilesAndPrograms(String address) throws IOException {
        assertLinked(DocumentProblem.OUTSIDE_FILE, address);
    }

    private void assertLinked(DocumentProblem expected, String address) throws IOException {
        assertEquals(expected, problemOf(Pdfs.raw("/OpenAction <</S /URI /URI (" + address + ")>>")));
        assertEquals(expected, problemOf(Pdfs.raw("/OpenAction <</S /URI /URI 5 0 R>>", "(" + address + ")")));
        assertEquals(expected, problemOf(Pdfs.raw("/URI <</Base (" + address + ")>>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<</Length 0 /F (" + UNC + ")>> stream\n\nendstream",
        "<</Length 0 /F 6 0 R>> stream\n\nendstream",
        "<</Type /Filespec /F (x.pdf)>>", "<</Type /Filespec /UF (x.pdf)>>", "<</Type /Filespec /F 6 0 R>>",
        "<</Desc (" + UNC + ")>>",
        "<</F (" + UNC + "x.xml) /EF <</F 4 0 R>>>>", "<</F (x.pdf) /F 4>>"})
    void refusesWhatNamesAnotherFile(String object) throws IOException {
        assertEquals(DocumentProblem.OUTSIDE_FILE, problemOf(Pdfs.raw("", object, "(other.pdf)")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<</Desc (Bill of May)>>", "<</F 4 /Subtype /Link>>",
        "<</Font <</F 3 0 R /F1 4 0 R /JS 3 0 R>>>>",
        "<</Title (file:///C:/bill.htm)>>", "<</F (factur-x.xml) /UF 6 0 R /EF <</F 4 0 R>>>>"})
    void takesWhatOnlyLooksLikeIt(String object) throws IOException {
        assertNull(problemOf(Pdfs.raw("", object, "(factur-x.xml)")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<</F (factur-x.xml) /UF 6 0 R /EF <</F 4 0 R>>>>", "<</EF <</F 4 0 R>>>>",
        "<</F (x.exe) /EF 4 0 R>>"})
    void refusesAttachments(String object) throws IOException {
        assertEquals(DocumentProblem.ATTACHMENT, problemOf(Pdfs.raw("", object, "(setup.exe)")));
    }

    @Test
    void tellsAFormWithScriptsFromAScript() throws IOException {
        var field = "<</Subtype /Widget /FT /Tx /T (total) /AA <</C <</S /JavaScript /JS (AFSimple_Calculate\\(\\))>>>>>>";
        assertNull(problemOf(
                Pdfs.raw("/AcroForm <</Fields [5 0 R]>>", "<</Subtype /Widget /FT /Tx /T (name) /V (Cascade)>>")));
        assertEquals(DocumentProblem.SCRIPTED_FORM, problemOf(Pdfs.raw("/AcroForm <</Fields [5 0 R]>>", field)));
        assertEquals(DocumentProblem.XFA_FORM, problemOf(Pdfs.raw("/AcroForm <</Fields [5 0 R] /XFA 4 0 R>>", field)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "Rendition"})
    void refusesActions(String type) throws IOException {
        assertNotNull(problemOf(Pdfs.with(document -> document.getDocumentCatalog().getCOSObject()
                .setItem(COSName.OPEN_ACTION, Pdfs.action(type)))));
        assertNotNull(problemOf(Pdfs.unpackedWith(document -> document.getPage(0).getCOSObject().setItem(COSName.ANNOTS,
                Pdfs.array(Pdfs.action(type))))));
    }

    @Test
    void seesThroughNamesInDisguise() throws IOException {
        var plain = new String(
                Pdfs.unpackedWith(document -> document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION,
                        Pdfs.action("Launch"))),
                StandardCharsets.ISO_8859_1);
        assertEquals(DocumentProblem.PROGRAM_START, problemOf(plain.replace("/Launch", "/#4caunch")));
    }

    @ParameterizedTest
    @CsvSource({"factur-x.xml, ", "setup.exe, ATTACHMENT", "invoice.xml.exe, ATTACHMENT"})
    void takesFilesWithinAFileOnlyWhenTheyAreElectronicInvoices(String name, DocumentProblem expected)
            throws IOException {
        assertEquals(expected, problemOf(Pdfs.with(document -> document.getDocumentCatalog().getCOSObject()
                .setItem(COSName.AF, Pdfs.array(Pdfs.embedded(name))))));
    }

    @ParameterizedTest
    @CsvSource({"250, ", "300, TOO_COMPLEX"})
    void refusesWhatUnpacksToMoreThanARealFileHolds(int kilobytes, DocumentProblem expected) throws IOException {
        var padding = "%".repeat(kilobytes * 1024);
        assertEquals(expected,
                problemOf(packed("/N 1 /First 4 /Filter /FlateDecode", Pdfs.deflated(OBJECTS + padding), "", TABLE)));
    }

    @Test
    void refusesObjectStreamsPackedAsNoWriterDoes() throws IOException {
        var twice = Pdfs.deflated(Pdfs.deflated(OBJECTS));
        assertEquals(DocumentProblem.TOO_COMPLEX,
                problemOf(packed("/N 1 /First 4 /Filter [/FlateDecode /FlateDecode]", twice, "", TABLE)));
        assertEquals(DocumentProblem.TOO_COMPLEX, problemOf(packed("/N 2000000000 /First 4", OBJECTS, "", TABLE)));
        assertEquals(DocumentProblem.TOO_COMPLEX, problemOf(packed("/N 1 /First 4 /Filter /FlateDecode "
                + "/DecodeParms <</Predictor 12 /Columns 2000000000>>", Pdfs.deflated(OBJECTS), "", TABLE)));
        assertEquals(DocumentProblem.DAMAGED,
                problemOf(packed("/N 1 /First 4 /Filter /FlateDecode", "no such thing", "", TABLE)));
    }

    @Test
    void looksIntoObjectStreams() throws IOException {
        assertEquals(DocumentProblem.PROGRAM_START, problemOf(packed("/N 1 /First 4",
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

    @Test
    void survivesNestingAndFilesThatSendItInCircles() throws IOException {
        assertEquals(DocumentProblem.TOO_COMPLEX, problemOf("%PDF-1.4\n1 0 obj " + Pdfs.nested(1_000_000)
                + " endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"));
        assertEquals(DocumentProblem.DAMAGED, problemOf("%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
                + "2 0 obj <</Type /Pages /Count 9 /Kids [2 0 R]>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"));
        assertEquals(DocumentProblem.DAMAGED, problemOf("%PDF-1.4\n" + "1 0 obj<<".repeat(400_000)));
    }
}
