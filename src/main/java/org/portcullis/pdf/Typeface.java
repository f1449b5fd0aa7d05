package org.portcullis.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Sets lines of text in one PDF, in the fonts that their characters need. Each font is embedded as a subset. */
final class Typeface {

    private static final float UNITS = 1000;

    private final PDDocument document;
    private final Map<Face, Embedded> fonts = new EnumMap<>(Face.class);

    Typeface(PDDocument document) {
        this.document = document;
    }

    private record Embedded(PDFont font, TrueTypeFont file) {
    }

    private Embedded font(Face face) {
        return fonts.computeIfAbsent(face, key -> {
            try {
                var file = key.open();
                // The subset is made when the document is saved; with the document, the file is closed.
                document.registerTrueTypeFontForClosing(file);
                return new Embedded(PDType0Font.load(document, file, true), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    float width(String text, float size) {
        return (float) Line.of(text, false).pieces().stream().filter(piece -> !piece.mark())
                .mapToDouble(piece -> width(piece.face(), piece.text(), size)).sum();
    }

    private float width(Face face, String text, float size) {
        try {
            return font(face).font.getStringWidth(text) / UNITS * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param text as {@link Lettering#settable} leaves it */
    void show(PDPageContentStream content, String text, boolean rightToLeft, float x, float y, float size)
            throws IOException {
        float end = x;
        float lastWidth = 0;
        float top = 0;
        for (var piece : Line.of(text, rightToLeft).pieces()) {
            if (piece.mark()) {
                var box = box(piece, size);
                // In the middle of the character that it belongs to, and above another mark there.
                float raised = box.getLowerLeftY() > 0 ? Math.max(0, top - box.getLowerLeftY()) : 0;
                show(content, piece, end - (lastWidth + box.getLowerLeftX() + box.getUpperRightX()) / 2, y + raised,
                        size);
                top = box.getLowerLeftY() > 0 ? raised + box.getUpperRightY() : top;
            } else {
                show(content, piece, end, y, size);
                end += width(piece.face(), piece.text(), size);
                var last = piece.text().substring(piece.text().offsetByCodePoints(piece.text().length(), -1));
                lastWidth = width(piece.face(), last, size);
                top = 0;
            }
        }
    }

    private void show(PDPageContentStream content, Line.Piece piece, float x, float y, float size) throws IOException {
        content.beginText();
        content.setFont(font(piece.face()).font, size);
        content.newLineAtOffset(x, y);
        content.showText(piece.text());
        content.endText();
    }

    /** @return where a mark's ink is, in points from where it is set */
    private BoundingBox box(Line.Piece mark, float size) throws IOException {
        var file = font(mark.face()).file;
        var glyph = file.getGlyph().getGlyph(file.getUnicodeCmapLookup().getGlyphId(mark.text().codePointAt(0)));
        float scale = size / file.getUnitsPerEm();
        var box = glyph == null ? new BoundingBox() : glyph.getBoundingBox();
        return new BoundingBox(box.getLowerLeftX() * scale, box.getLowerLeftY() * scale, box.getUpperRightX() * scale,
                box.getUpperRightY() * scale);
    }

    /** @return the text in lines no wider than that; a word that alone is wider is broken where it has to be */
    List<String> wrapped(String text, float size, float width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : Lettering.settable(text).strip().split(" +")) {
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
