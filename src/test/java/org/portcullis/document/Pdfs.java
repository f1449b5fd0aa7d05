package org.portcullis.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.text.PDFTextStripper;

/** PDFs for tests: made, made wrong, and read. */
public final class Pdfs {

    private Pdfs() {
    }

    public static byte[] plain() {
        return with(document -> { });
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
