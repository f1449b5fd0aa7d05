package org.portcullis.numbers;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a CSV file. (Commons CSV reports neither where an unclosed quotation mark was opened, nor lets the reader
 * continue after it.)
 *
 * @param cells without the quotation marks around them
 * @param openAt index of the cell whose quotation mark is not closed, from 0, or {@link #NONE}
 * @param isBroken whether a closing quotation mark is followed by text before the next separator
 */
record CsvRow(List<String> cells, int openAt, boolean isBroken) {

    static final int NONE = -1;

    static CsvRow of(String text, char separator) {
        var cells = new ArrayList<String>();
        boolean isBroken = false;
        int at = 0;
        while (true) {
            int from = at;
            while (at < text.length() && text.charAt(at) == ' ' && separator != ' ') {
                at++;
            }
            var cell = new StringBuilder();
            if (at < text.length() && text.charAt(at) == '"') {
                int end = quoted(text, at + 1, cell);
                if (end > text.length()) {
                    cells.add(cell.toString());
                    return new CsvRow(cells, cells.size() - 1, isBroken);
                }
                at = end;
                from = end;
            }
            int next = text.indexOf(separator, at);
            int end = next < 0 ? text.length() : next;
            isBroken |= !cell.isEmpty() && !text.substring(from, end).isBlank();
            cells.add(cell.isEmpty() ? text.substring(from, end) : cell + text.substring(from, end).stripTrailing());
            if (next < 0) {
                return new CsvRow(cells, NONE, isBroken);
            }
            at = next + 1;
        }
    }

    /** @return the cells of a text in which quotation marks have no special meaning */
    static List<String> literally(String text, char separator) {
        var cells = new ArrayList<String>();
        int from = 0;
        for (int next = text.indexOf(separator); next >= 0; next = text.indexOf(separator, from)) {
            cells.add(text.substring(from, next));
            from = next + 1;
        }
        cells.add(text.substring(from));
        return cells;
    }

    /** @return index after the cell's closing quotation mark, or beyond the text if there is none */
    private static int quoted(String text, int from, StringBuilder cell) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) != '"') {
                cell.append(text.charAt(at));
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at += 2;
            } else {
                return at + 1;
            }
        }
        return text.length() + 1;
    }

    /** @return index of the cell of a line in which an open quotation mark is closed, from 0, or beyond them if none */
    static int closedIn(String line, char separator) {
        int at = 0;
        int cell = 0;
        while (at < line.length()) {
            if (line.charAt(at) == separator) {
                cell++;
            } else if (line.charAt(at) == '"') {
                if (at + 1 == line.length() || line.charAt(at + 1) != '"') {
                    return cell;
                }
                at++;
            }
            at++;
        }
        return cell + 1;
    }
}
