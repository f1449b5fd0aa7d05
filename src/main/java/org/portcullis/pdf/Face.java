package org.portcullis.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A font of the portal's PDFs, in the order in which they are asked for a character. Its file is read when a text first
 * needs it, and once: most letters never need the large one.
 */
enum Face {
    /** Liberation Sans, which PDFBox brings: Latin, Greek, Cyrillic, Hebrew. */
    LATIN("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
    ARABIC("/org/portcullis/pdf/fonts/NotoSansArabic-Regular.ttf"),
    HANGUL("/org/portcullis/pdf/fonts/NotoSansKR-Hangul-Regular.ttf"),
    /** Chinese characters, kana, and the punctuation of both. */
    HAN("/org/portcullis/pdf/fonts/NotoSansSC-Han-Regular.ttf");

    private final String resource;
    private volatile Contents contents;

    Face(String resource) {
        this.resource = resource;
    }

    private record Contents(byte[] file, CmapLookup glyphs) {
    }

    /** @return the first font that has a glyph for it */
    static Optional<Face> of(int codePoint) {
        return Arrays.stream(values()).filter(face -> face.has(codePoint)).findFirst();
    }

    boolean has(int codePoint) {
        return contents().glyphs.getGlyphId(codePoint) != 0;
    }

    /** @return the font for one PDF; to be closed after the PDF is saved */
    TrueTypeFont open() {
        return parsed(contents().file);
    }

    private Contents contents() {
        if (contents == null) {
            synchronized (this) {
                if (contents == null) {
                    contents = read();
                }
            }
        }
        return contents;
    }

    private Contents read() {
        try (var input = Face.class.getResourceAsStream(resource)) {
            var file = input.readAllBytes();
            try (var font = parsed(file)) {
                return new Contents(file, font.getUnicodeCmapLookup());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont parsed(byte[] file) {
        try {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            // Looking for ligatures, of which there are none that matter, takes longer than all the rest.
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
