package org.portcullis.order.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.text.PDFTextStripper;

/** PDFs for tests: created, corrupted, and read. */
public final class Pdfs {

    private Pdfs() {
    }

    public static byte[] plain() {
        return with(document -> {});
    }

    /** A PDF of one page whose objects are packed into object streams, as today's writers do. */
    static byte[] with(Consumer<PDDocument> change) {
        return saved(change, CompressParameters.DEFAULT_COMPRESSION);
    }

    /** The same in the old form, without object streams. */
    static byte[] unpackedWith(Consumer<PDDocument> change) {
        return saved(change, CompressParameters.NO_COMPRESSION);
    }

    private static byte[] saved(Consumer<PDDocument> change, CompressParameters compression) {
        try (var document = new PDDocument(); var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            change.accept(document);
            document.save(bytes, compression);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A PDF as plain text, of one page, with a cross-reference table.
     *
     * @param entries more of the catalog
     * @param objects numbered from 5 on
     */
    static String raw(String entries, String... objects) {
        return raw("", 0, entries, objects);
    }

    /**
     * The same with bytes before its header.
     *
     * @param base where offsets are counted from: 0 for the start of the file, or the place of the header
     */
    static String raw(String before, int base, String entries, String... objects) {
        var all = new ArrayList<>(
                List.of("<</Type /Catalog /Pages 2 0 R " + entries + ">>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
                        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R>>",
                        "<</Length 2>> stream\nBT\nendstream"));
        all.addAll(List.of(objects));
        var text = new StringBuilder(before).append("%PDF-1.7\n");
        var table = new StringBuilder("xref\n0 " + (all.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < all.size(); i++) {
            table.append("%010d 00000 n \n".formatted(text.length() - base));
            text.append(i + 1).append(" 0 obj\n").append(all.get(i)).append("\nendobj\n");
        }
        var start = text.length() - base;
        return text.append(table).append("trailer\n<</Root 1 0 R /Size ").append(all.size() + 1)
                .append(">>\nstartxref\n").append(start)
                .append("\n%%EOF\n").toString();
    }

    /** A form with a field that adds up others, as carriers offer. */
    public static byte[] scriptedForm() {
        return bytes(raw("/AcroForm <</Fields [5 0 R]>>", "<</Subtype /Widget /FT /Tx /T (total) "
                + "/AA <</C <</S /JavaScript /JS (AFSimple_Calculate\\(\\))>>>>>>"));
    }

    /**
     * A small PDF that was made to cost its reader as much as it can: object streams, each packed to a hundredth.
     *
     * @param length of the file, about, in bytes
     */
    public static byte[] costly(int length) {
        var streams = new StringBuilder();
        for (int number = 10; streams.length() < length; number++) {
            var stored = deflated(number + " 0 [" + "<</A<<>>>>".repeat(9_000) + "]");
            streams.append(number + 1_000).append(" 0 obj<</Type/ObjStm/N 1/First ")
                    .append(String.valueOf(number).length() + 3)
                    .append("/Filter/FlateDecode/Length ").append(stored.length()).append(">>stream\n").append(stored)
                    .append("\nendstream endobj\n");
        }
        return bytes(within(raw(""), streams.toString()));
    }

    /** A PDF of one page and about that many bytes. */
    public static byte[] large(int length) {
        return bytes(within(raw(""), "%" + "-".repeat(length) + "\n"));
    }

    /** An object stream of one object, itself numbered 9. */
    static String objectStream(String object) {
        var content = "5 0 " + object;
        return "9 0 obj <</Type /ObjStm /N 1 /First 4 /Length " + content.length() + ">> stream\n" + content
                + "\nendstream endobj\n";
    }

    /** @return the text, which stands in front of the end of a PDF */
    static String within(String pdf, String text) {
        var end = pdf.lastIndexOf("xref\n0 ");
        return pdf.substring(0, end) + text + pdf.substring(end);
    }

    static byte[] bytes(String pdf) {
        return pdf.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String deflated(String content) {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(bytes(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** A PDF that opens without a password, but does not let its reader print. */
    static byte[] restricted(CompressParameters compression, Consumer<PDDocument> change) {
        return saved(document -> {
            change.accept(document);
            protect(document, "");
        }, compression);
    }

    static void protect(PDDocument document, String password) {
        try {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static COSDictionary action(String type) {
        var action = new COSDictionary();
        action.setName(COSName.S, type);
        action.setString(COSName.JS, "app.alert(1)");
        return action;
    }

    static COSDictionary embedded(String name) {
        var file = new COSDictionary();
        file.setString(COSName.F, name);
        file.setString(COSName.UF, name);
        file.setItem(COSName.EF, new COSDictionary());
        return file;
    }

    /** Arrays within arrays, deeper than any parser's stack. */
    static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    static COSArray array(COSDictionary item) {
        var array = new COSArray();
        array.add(item);
        return array;
    }

    public static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
