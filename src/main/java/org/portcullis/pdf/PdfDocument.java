package org.portcullis.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A PDF in the making: headings, paragraphs, facts and columns, one below the other, on as many numbered pages as they
 * take. Letter paper for English, A4 for French. It is tagged, so that it can be read aloud in order.
 */
public final class PdfDocument implements AutoCloseable {

    public static final String MEDIA_TYPE = "application/pdf";

    private static final float MARGIN = 56;
    private static final float TEXT = 10;
    private static final float HEADING = 12.5f;
    private static final float TITLE = 18;
    private static final float SMALL = 8.5f;
    /** From one line to the next, in type sizes. */
    private static final float LEADING = 1.4f;
    private static final float LABELS = 150;
    private static final int MOST_COLUMNS = 4;
    private static final float GAP = 18;

    private final PDDocument document = new PDDocument();
    private final Typeface typeface = new Typeface(document);
    private final Outline outline;
    private final PDRectangle format;
    private final float width;
    private PDPage page;
    private PDPageContentStream content;
    /** Where the next line goes below, in points from the foot of the page. */
    private float y;

    public PdfDocument(String title, Locale language) {
        format = language.getLanguage().equals(Locale.FRENCH.getLanguage()) ? PDRectangle.A4 : PDRectangle.LETTER;
        width = format.getWidth() - 2 * MARGIN;
        outline = new Outline(document, title, language);
        turn();
        block("H1", TITLE, title);
        y -= TEXT;
    }

    public void heading(String text) {
        // Never alone at the foot of a page.
        ensure(4 * TEXT * LEADING);
        y -= TEXT;
        block("H2", HEADING, text);
        y -= TEXT / 3;
    }

    public void paragraph(String text) {
        block("P", TEXT, text);
        y -= TEXT / 2;
    }

    /** A label and beside it what it stands for. */
    public void fact(String label, String value) {
        var rightToLeft = Line.isRightToLeft(value);
        var lines = typeface.wrapped(value, TEXT, width - LABELS);
        ensure(TEXT * LEADING);
        outline.begin("P");
        show(Lettering.settable(label), false, MARGIN, y - TEXT * LEADING, SMALL);
        for (String line : lines) {
            ensure(TEXT * LEADING);
            y -= TEXT * LEADING;
            show(line, rightToLeft, MARGIN + LABELS, y, TEXT);
        }
        y -= TEXT / 3;
    }

    /** Short lines side by side, to be read down each column; as many columns as the widest line leaves room for. */
    public void columns(List<String> lines) {
        float height = TEXT * LEADING;
        double widest = lines.stream().map(Lettering::settable).mapToDouble(line -> typeface.width(line, TEXT)).max()
                .orElse(0);
        int columns = (int) Math.max(1, Math.min(MOST_COLUMNS, (width + GAP) / (widest + GAP)));
        for (int next = 0; next < lines.size();) {
            ensure(height);
            int rows = Math.min((int) ((y - MARGIN) / height), (lines.size() - next + columns - 1) / columns);
            for (int column = 0; column < columns && next < lines.size(); column++) {
                int end = Math.min(next + rows, lines.size());
                outline.begin("P");
                column(lines.subList(next, end), MARGIN + column * (width + GAP) / columns, height);
                next = end;
            }
            y -= rows * height;
        }
        y -= TEXT / 2;
    }

    private void column(List<String> lines, float x, float height) {
        float line = y;
        for (String text : lines) {
            line -= height;
            show(Lettering.settable(text), false, x, line, TEXT);
        }
    }

    private void block(String tag, float size, String text) {
        outline.begin(tag);
        for (String line : typeface.wrapped(text, size, width)) {
            ensure(size * LEADING);
            y -= size * LEADING;
            show(line, false, MARGIN, y, size);
        }
    }

    private void ensure(float height) {
        if (y - height < MARGIN) {
            turn();
        }
    }

    private void turn() {
        try {
            closePage();
            page = new PDPage(format);
            document.addPage(page);
            content = new PDPageContentStream(document, page);
            y = format.getHeight() - MARGIN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(String text, boolean rightToLeft, float x, float baseline, float size) {
        try {
            outline.mark(page, content);
            typeface.show(content, text, rightToLeft, x, baseline, size);
            content.endMarkedContent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void number() throws IOException {
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (var foot = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true)) {
                var text = (i + 1) + " / " + pages;
                Outline.markAsDecoration(foot);
                typeface.show(foot, text, false, format.getWidth() - MARGIN - typeface.width(text, SMALL), MARGIN / 2,
                        SMALL);
                foot.endMarkedContent();
            }
        }
    }

    private void closePage() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }

    /** @return the finished PDF; nothing can be added any more */
    public byte[] toBytes() {
        try {
            closePage();
            number();
            outline.write();
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            closePage();
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
