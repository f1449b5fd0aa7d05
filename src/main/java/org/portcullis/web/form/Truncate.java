package org.portcullis.web.form;

/** Text that has to fit into a column. */
public final class Truncate {

    private Truncate() {
    }

    /** @return as much of the text as fits into so many chars; never half a sign of two, which a database would refuse */
    public static String to(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
