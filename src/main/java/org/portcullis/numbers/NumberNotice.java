package org.portcullis.numbers;

/**
 * An accepted entry of a list of telephone numbers that should be checked.
 *
 * @param line of the entry, from 1
 * @param text as written, shortened as in {@link NumberProblem#text()}
 * @param number the entry's first number, in E.164; null if no number is affected
 * @param count how many numbers are affected
 * @param source null if the list has only one source
 */
public record NumberNotice(int line, String text, NumberRemark remark, String number, int count, NumberSource source) {

    public NumberNotice {
        text = NumberProblem.shown(text, NumberProblem.LONGEST_TEXT);
    }

    NumberNotice from(NumberSource known) {
        return new NumberNotice(line, text, remark, number, count, known);
    }
}
