package org.portcullis.pdf;

import com.ibm.icu.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of text as it is drawn: from left to right, each piece in one font.
 *
 * @param pieces runs of characters side by side; or one mark that is set on the last character before it
 */
record Line(List<Piece> pieces) {

    /** Below it, no script is written from right to left and nothing is joined. */
    private static final int FIRST_HEBREW = 0x590;

    /** @param mark whether it is one mark, set on the character before */
    record Piece(Face face, String text, boolean mark) {
    }

    /**
     * @param text as {@link Lettering#settable} leaves it
     * @param rightToLeft whether the whole line is, and not only words in it
     * @throws IllegalArgumentException if no font has a glyph for a character
     */
    static Line of(String text, boolean rightToLeft) {
        var pieces = new ArrayList<Piece>();
        if (text.codePoints().allMatch(sign -> sign < FIRST_HEBREW)) {
            add(pieces, text);
        } else if (!text.isEmpty()) {
            var bidi = new Bidi(text, rightToLeft ? Bidi.RTL : Bidi.LTR);
            for (int i = 0; i < bidi.countRuns(); i++) {
                var run = bidi.getVisualRun(i);
                var part = text.substring(run.getStart(), run.getLimit());
                add(pieces, run.isOddRun()
                        ? Bidi.writeReverse(ArabicForms.in(part), Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING)
                        : part);
            }
        }
        return new Line(List.copyOf(pieces));
    }

    /** @return whether a text of its own, such as a name, is written from right to left: its first letter decides */
    static boolean isRightToLeft(String text) {
        return Bidi.getBaseDirection(text) == Bidi.RTL;
    }

    private static void add(List<Piece> pieces, String visual) {
        var run = new StringBuilder();
        Face face = null;
        for (int sign : visual.codePoints().toArray()) {
            if (Lettering.isJoiner(sign)) {
                continue;
            }
            var isMark = face != null && isMark(sign);
            var next = isMark && face.has(sign) ? face
                    : Face.of(sign)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "No font has a glyph for U+%04X".formatted(sign)));
            if (isMark || next != face) {
                end(pieces, face, run);
            }
            if (isMark) {
                pieces.add(new Piece(next, Character.toString(sign), true));
            } else {
                face = next;
                run.appendCodePoint(sign);
            }
        }
        end(pieces, face, run);
    }

    private static void end(List<Piece> pieces, Face face, StringBuilder run) {
        if (!run.isEmpty()) {
            pieces.add(new Piece(face, run.toString(), false));
            run.setLength(0);
        }
    }

    private static boolean isMark(int sign) {
        var type = Character.getType(sign);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
