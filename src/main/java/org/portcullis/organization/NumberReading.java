package org.portcullis.organization;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * What a person typed as a telephone number, read as it is written in a country or with a country code.
 *
 * @param e164 the number, or null
 * @param problem why it is none, or null
 */
public record NumberReading(String e164, Problem problem) {

    private static final PhoneNumberUtil PHONE_NUMBERS = PhoneNumberUtil.getInstance();
    /** No number in any notation is longer. */
    private static final int LONGEST = 40;

    /** Why it is no telephone number. */
    public enum Problem {
        NOT_A_NUMBER, TOO_SHORT, TOO_LONG, UNKNOWN_COUNTRY, UNASSIGNED
    }

    /** @param country ISO 3166-1 alpha-2, for numbers without a country code */
    public static NumberReading of(String typed, String country) {
        var text = typed.strip();
        if (text.length() > LONGEST || !text.matches("[+\\d\\s().\\-/\\u00a0\\u202f\\u2010-\\u2015]+")) {
            return refused(Problem.NOT_A_NUMBER);
        }
        try {
            return of(PHONE_NUMBERS.parse(text, country));
        } catch (NumberParseException e) {
            return refused(switch (e.getErrorType()) {
                case INVALID_COUNTRY_CODE -> Problem.UNKNOWN_COUNTRY;
                case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> Problem.TOO_SHORT;
                case TOO_LONG -> Problem.TOO_LONG;
                case NOT_A_NUMBER -> Problem.NOT_A_NUMBER;
            });
        }
    }

    private static NumberReading of(PhoneNumber number) {
        return switch (PHONE_NUMBERS.isPossibleNumberWithReason(number)) {
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> refused(Problem.TOO_SHORT);
            case TOO_LONG -> refused(Problem.TOO_LONG);
            case INVALID_COUNTRY_CODE -> refused(Problem.UNKNOWN_COUNTRY);
            case INVALID_LENGTH -> refused(Problem.UNASSIGNED);
            case IS_POSSIBLE -> PHONE_NUMBERS.isValidNumber(number)
                    ? new NumberReading(PHONE_NUMBERS.format(number, PhoneNumberFormat.E164), null)
                    : refused(Problem.UNASSIGNED);
        };
    }

    private static NumberReading refused(Problem problem) {
        return new NumberReading(null, problem);
    }
}
