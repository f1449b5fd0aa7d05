package org.portcullis.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Splits an entry of a list into groups of digits and words. */
final class PieceReader {

    private static final String TELEPHONE_URI = "tel:";
    /** Words between the ends of a range, in the portal's languages. */
    private static final Set<String> RANGE_WORDS = Set.of("to", "through", "à", "au");
    private static final int LONGEST_RANGE_WORD = 7;
    /** A number with decimals, as spreadsheets write it. */
    private static final Pattern DECIMALS = Pattern.compile("\\+?\\d{7,15}([.,]0{1,2})");
    private static final Pattern EXTENSION = Pattern.compile("(?i)(?:(?:x|ext|poste|p)[.:]?|#)\\d{1,6}[.)]?");
    private static final Pattern SPREADSHEET_NUMBER = Pattern.compile("\\d{1,20}(?:[.,]\\d{1,20})?[eE]\\+?\\d{1,3}");

    private PieceReader() {
    }

    /** @return the pieces of one entry of a list, which may contain several numbers with blanks between them */
    static List<Piece> pieces(String text, int start, int end) {
        var pieces = new ArrayList<Piece>();
        var gap = new GapReader();
        int at = start;
        while (at < end) {
            int wordEnd = at;
            while (wordEnd < end && !isBlank(text.charAt(wordEnd))) {
                wordEnd++;
            }
            if (wordEnd > at) {
                addWord(pieces, gap, text, at, wordEnd);
            }
            gap.blank = true;
            at = wordEnd + 1;
        }
        return pieces;
    }

    private static void addWord(List<Piece> pieces, GapReader gap, String text, int start, int end) {
        boolean isUri = text.regionMatches(true, start, TELEPHONE_URI, 0, TELEPHONE_URI.length());
        int from = isUri ? start + TELEPHONE_URI.length() : start;
        var decimals = DECIMALS.matcher(text).region(from, end);
        var fault = decimals.matches() ? null : fault(text, from, end);
        if (decimals.matches()) {
            addDigits(pieces, gap, text, start, from, decimals.start(1));
            pieces.set(pieces.size() - 1, withDecimals(pieces.get(pieces.size() - 1), end));
        } else if (fault == null) {
            addDigits(pieces, gap, text, start, from, end);
        } else if (end - from <= LONGEST_RANGE_WORD
                && RANGE_WORDS.contains(text.substring(from, end).toLowerCase(Locale.ROOT))) {
            gap.range = true;
        } else {
            pieces.add(new Piece(start, end, "", gap.take(), false, fault, kind(text, start, end)));
        }
    }

    private static Piece withDecimals(Piece digits, int end) {
        return new Piece(digits.start(), end, digits.digits(), digits.gap(), digits.international(), null,
                Piece.Kind.DECIMALS);
    }

    private static Piece.Kind kind(String text, int start, int end) {
        if (EXTENSION.matcher(text).region(start, end).matches()) {
            return Piece.Kind.EXTENSION;
        }
        return text.substring(start, end).chars().noneMatch(Character::isDigit) ? Piece.Kind.WORD : Piece.Kind.SPOILT;
    }

    private static void addDigits(List<Piece> pieces, GapReader gap, String text, int wordStart, int from, int end) {
        int start = gap.plus ? gap.plusAt : wordStart;
        int at = from;
        while (at < end) {
            int first = at;
            while (at < end && Character.isDigit(text.charAt(at))) {
                at++;
            }
            if (at > first) {
                boolean international = gap.plus;
                int last = isClosing(text, at, end) ? end : at;
                pieces.add(new Piece(start, last, ascii(text, first, at), gap.take(), international, null,
                        Piece.Kind.DIGITS));
                start = at;
            } else {
                gap.add(text, at, end);
                at++;
            }
        }
    }

    private static boolean isClosing(String text, int at, int end) {
        return at + 1 == end && (text.charAt(at) == ')' || text.charAt(at) == ']');
    }

    private static NumberFault fault(String text, int start, int end) {
        NumberFault fault = null;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                return SPREADSHEET_NUMBER.matcher(text).region(start, end).matches()
                        ? NumberFault.SPREADSHEET
                        : NumberFault.LETTERS;
            }
            if (!Character.isDigit(c) && !isSign(c)) {
                fault = NumberFault.NOT_A_NUMBER;
            }
        }
        return fault;
    }

    private static String ascii(String text, int start, int end) {
        var digits = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            digits.append((char) ('0' + Character.digit(text.charAt(i), 10)));
        }
        return digits.toString();
    }

    /** Includes quotation marks and the equals sign, which spreadsheets put around numbers to keep them text. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || "'’\"“”=".indexOf(c) >= 0;
    }

    private static boolean isSign(char c) {
        return isPlus(c) || isDash(c) || isInvisible(c) || "./()[]…".indexOf(c) >= 0;
    }

    private static boolean isPlus(char c) {
        return c == '+' || c == '\uff0b';
    }

    /** Hyphens and dashes of every length, and minus signs used in their place. */
    private static boolean isDash(char c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212';
    }

    /** Direction marks copied from contact lists, soft hyphens, and the byte order mark. */
    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT;
    }

    /** Collects the text between two pieces. */
    private static final class GapReader {

        private boolean blank;
        private boolean dash;
        private boolean range;
        private boolean plus;
        private int plusAt;

        void add(String text, int at, int end) {
            char c = text.charAt(at);
            dash |= isDash(c);
            range |= c == '…' || c == '.' && at + 1 < end && text.charAt(at + 1) == '.';
            if (isPlus(c)) {
                plus = true;
                plusAt = at;
            }
        }

        Piece.Gap take() {
            var gap = range ? Piece.Gap.RANGE
                    : dash ? blank ? Piece.Gap.BLANK_DASH : Piece.Gap.DASH : blank ? Piece.Gap.BLANK : Piece.Gap.SIGN;
            blank = false;
            dash = false;
            range = false;
            plus = false;
            return gap;
        }
    }
}
