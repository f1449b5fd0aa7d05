package org.portcullis.numbers;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The French numbering plan: the same ten-digit numbers are dialled in France and in its overseas departments, though
 * these have country codes of their own. So {@code 0262 12 34 56}, written in Paris, is {@code +262 262 12 34 56}
 * (Réunion). Source: the numbering plan of ARCEP, decision 2018-0881.
 */
final class FrenchOverseas {

    private static final PhoneNumberUtil PHONE_NUMBERS = PhoneNumberUtil.getInstance();
    private static final int FRANCE = 33;
    private static final int SAINT_PIERRE_AND_MIQUELON = 508;
    private static final Set<Integer> COUNTRY_CODES = Set.of(FRANCE, 262, 590, 594, 596, SAINT_PIERRE_AND_MIQUELON);
    /**
     * Country code by the first digits after the zero: Réunion and Mayotte, Guadeloupe, French Guiana, Martinique,
     * Saint Pierre and Miquelon.
     */
    private static final Map<String, Integer> CODE_BY_PREFIX = Map.ofEntries(Map.entry("262", 262),
            Map.entry("263", 262),
            Map.entry("269", 262), Map.entry("639", 262), Map.entry("692", 262), Map.entry("693", 262),
            Map.entry("590", 590),
            Map.entry("690", 590), Map.entry("691", 590), Map.entry("594", 594), Map.entry("694", 594),
            Map.entry("596", 596),
            Map.entry("696", 596), Map.entry("697", 596), Map.entry("508", SAINT_PIERRE_AND_MIQUELON));
    private static final int PREFIX_LENGTH = 3;
    private static final int LENGTH = 9;

    private FrenchOverseas() {
    }

    /**
     * @param number parsed with the country in which it was written
     * @return the number in the other territory of the French plan to which its digits belong, if any
     */
    static Optional<PhoneNumber> of(PhoneNumber number) {
        int here = number.getCountryCode();
        var digits = PHONE_NUMBERS.getNationalSignificantNumber(number);
        if (!COUNTRY_CODES.contains(here) || digits.length() != LENGTH || digits.charAt(0) == '0') {
            return Optional.empty();
        }
        var code = CODE_BY_PREFIX.get(digits.substring(0, PREFIX_LENGTH));
        if (code == null) {
            code = PHONE_NUMBERS.isValidNumber(number) ? here : FRANCE;
        }
        if (code == here) {
            return Optional.empty();
        }
        // Local numbers of Saint Pierre and Miquelon have six digits, or ten in the form used in France.
        var own = code == SAINT_PIERRE_AND_MIQUELON ? digits.substring(PREFIX_LENGTH) : digits;
        return Optional.of(new PhoneNumber().setCountryCode(code).setNationalNumber(Long.parseLong(own)));
    }
}
