package org.portcullis.certificate;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.web.Formats;

/** Telephone numbers as lines to read: each run of consecutive ones is one line, from the first to the last. */
final class NumberLines {

    private NumberLines() {
    }

    /** @param e164 in any order */
    static List<String> of(List<String> e164) {
        var sorted = e164.stream().map(number -> Long.parseLong(number.substring(1))).sorted().toList();
        var lines = new ArrayList<String>();
        for (int first = 0, last; first < sorted.size(); first = last + 1) {
            last = first;
            while (last + 1 < sorted.size() && sorted.get(last + 1) == sorted.get(last) + 1) {
                last++;
            }
            lines.add(first == last ? telephone(sorted.get(first))
                    : telephone(sorted.get(first)) + " – " + telephone(sorted.get(last)));
        }
        return lines;
    }

    private static String telephone(long digits) {
        return Formats.telephoneNumber("+" + digits);
    }
}
