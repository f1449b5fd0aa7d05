package org.portcullis.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The one typeface of the portal's PDFs, embedded. What it has no sign for shows as an empty box. */
final class Typeface {

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int BOX = 0x25a1;

    private final PDFont font;
    private final CmapLookup signs;

    private Typeface(PDFont font, CmapLookup signs) {
        this.font = font;
        this.signs = signs;
    }

    static Typeface embeddedIn(PDDocument document) {
        try (var resource = PDDocument.class.getResourceAsStream(RESOURCE)) {
            var file = new TTFParser().parse(new RandomAccessReadBuffer(resource));
            // Looking for ligatures, of which it has none that matter, takes longer than all the rest.
            file.setEnableGsub(false);
            // The subset is made when the document is saved, and the file closed with it.
            return new Typeface(PDType0Font.load(document, file, true), file.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the text with nothing in it that can't be set: no line ends, no invisible marks, no sign that it lacks */
    String settable(String text) {
        var result = new StringBuilder(text.length());
        Normalizer.normalize(text, Form.NFC).codePoints().map(Typeface::simplified).filter(sign -> sign != 0)
                .map(sign -> signs.getGlyphId(sign) != 0 ? sign : BOX).forEach(result::appendCodePoint);
        return result.toString();
    }

    /** @return a plain space for line ends, U+00A0 for every other no-break space, 0 for what is invisible anyway */
    private static int simplified(int sign) {
        if (sign == '\u202f' || sign == '\u2007' || sign == '\u00a0') {
            return '\u00a0';
        }
        if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
            return ' ';
        }
        var type = Character.getType(sign);
        return type == Character.CONTROL || type == Character.FORMAT ? 0 : sign;
    }

    float width(String text, float size) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void show(PDPageContentStream content, String text, float x, float y, float size) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(settable(text));
        content.endText();
    }

    /** @return the text in lines no wider than that; a word that alone is wider is broken where it has to be */
    List<String> wrapped(String text, float size, float width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : settable(text).strip().split(" +")) {
            if (!line.isEmpty() && width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (width(line.toString(), size) > width) {
                int end = fitting(line.toString(), size, width);
                lines.add(line.substring(0, end));
                line.delete(0, end);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** @return how many chars fit, at least one sign */
    private int fitting(String text, float size, float width) {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            if (width(text.substring(0, next), size) > width) {
                break;
            }
            end = next;
        }
        return end;
    }
}
