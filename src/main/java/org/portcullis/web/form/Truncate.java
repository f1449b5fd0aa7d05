package org.portcullis.web.form;

/** Text that has to fit into a column. */
public final class Truncate {

    private Truncate() {
    }

    /** @return at most so many chars of the text; never half a surrogate pair, which a database would refuse */
    public static String to(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
