package org.portcullis.numbers;

/**
 * One thing in a list of telephone numbers that was taken and is worth a look.
 *
 * @param line where it stands, from 1
 * @param text what was written, shortened as in {@link NumberProblem#text()}
 * @param number the first of them, in E.164; null where it is about none
 * @param count how many numbers it is about
 * @param source where the line is to be found; null where the list has only one source
 */
public record NumberNotice(int line, String text, NumberRemark remark, String number, int count, NumberSource source) {

    public NumberNotice {
        text = NumberProblem.shown(text, NumberProblem.LONGEST_TEXT);
    }

    NumberNotice from(NumberSource known) {
        return new NumberNotice(line, text, remark, number, count, known);
    }
}
