package org.portcullis.numbers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** The lines of a text, one by one, with push-back. The last line of a text that was cut off is left out. */
final class TextLines {

    private final CappedReader source;
    private final BufferedReader reader;
    private final Deque<Line> waiting = new ArrayDeque<>();
    private int count;
    private boolean isAfterReturn;

    /** @param number from 1 */
    record Line(int number, String text) {
    }

    /** @param most maximum number of characters to read */
    TextLines(Reader text, int most) {
        source = new CappedReader(text, most);
        reader = new BufferedReader(source);
    }

    /** @return null at the end */
    Line next() throws IOException {
        return waiting.isEmpty() ? read() : waiting.pop();
    }

    /** Puts back the last lines read, in the order in which they were read. */
    void back(Collection<Line> lines) {
        new ArrayDeque<>(lines).descendingIterator().forEachRemaining(waiting::push);
    }

    /** @return the next lines, up to this many, without consuming them */
    List<Line> ahead(int most) throws IOException {
        var lines = new ArrayList<Line>();
        for (var line = next(); line != null; line = lines.size() < most ? next() : null) {
            lines.add(line);
        }
        back(lines);
        return lines;
    }

    /** Skips the lines up to and including this one. */
    void skipTo(int number) throws IOException {
        var line = next();
        while (line != null && line.number() < number) {
            line = next();
        }
        if (line != null && line.number() > number) {
            back(List.of(line));
        }
    }

    /** @return whether the text is longer than what was read */
    boolean isCut() {
        return source.isCut();
    }

    private Line read() throws IOException {
        var text = new StringBuilder();
        int c = reader.read();
        if (isAfterReturn && c == '\n') {
            c = reader.read();
        }
        isAfterReturn = false;
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n' && c != '\r') {
            text.append((char) c);
            c = reader.read();
        }
        isAfterReturn = c == '\r';
        count++;
        return c < 0 && source.isCut() ? null : new Line(count, text.toString());
    }
}
