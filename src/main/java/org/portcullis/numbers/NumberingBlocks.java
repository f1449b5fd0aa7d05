package org.portcullis.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers in blocks that the library does not know as assigned. Regulators open blocks faster than the library is
 * updated, so a number that fits the form of its numbering plan is accepted.
 */
public final class NumberingBlocks {

    private static final PhoneNumberUtil PHONE_NUMBERS = PhoneNumberUtil.getInstance();
    private static final int NORTH_AMERICA = 1;
    /** NXX-NXX-XXXX, N from 2 to 9: ATIS-0300055. */
    private static final Pattern NORTH_AMERICAN = Pattern.compile("[2-9]\\d{2}[2-9]\\d{6}");
    private static final int AREA_CODE_LENGTH = 3;
    /** An exchange code that is valid in every area code. */
    private static final long USUAL_EXCHANGE = 234_5678;
    private static final long BEHIND_AREA_CODE = 10_000_000;

    private NumberingBlocks() {
    }

    /** @return a remark on the block of a number in E.164, if it should be checked */
    public static Optional<NumberRemark> remark(String e164) {
        try {
            return remark(PHONE_NUMBERS.parse(e164, null));
        } catch (NumberParseException e) {
            return Optional.of(NumberRemark.UNKNOWN_BLOCK);
        }
    }

    static Optional<NumberRemark> remark(PhoneNumber number) {
        if (PHONE_NUMBERS.isValidNumber(number)) {
            return Optional.empty();
        }
        return Optional.of(number.getCountryCode() == NORTH_AMERICA && !isAreaCodeKnown(number)
                ? NumberRemark.NEW_AREA_CODE
                : NumberRemark.UNKNOWN_BLOCK);
    }

    /**
     * Outside North America, only the length can be checked, and only where all numbers of a country have the same
     * length.
     */
    static boolean isWellFormed(PhoneNumber number) {
        var national = PHONE_NUMBERS.getNationalSignificantNumber(number);
        if (number.getCountryCode() == NORTH_AMERICA) {
            return NORTH_AMERICAN.matcher(national).matches();
        }
        return national.charAt(0) != '0' && FrenchOverseas.of(number).isEmpty()
                && isPossible(number.getCountryCode(), national)
                && !isPossible(number.getCountryCode(), national + "0")
                && !isPossible(number.getCountryCode(), national.substring(1));
    }

    private static boolean isPossible(int countryCode, String national) {
        var number = new PhoneNumber().setCountryCode(countryCode).setNationalNumber(Long.parseLong(national));
        int zeros = (int) national.chars().takeWhile(digit -> digit == '0').count();
        return PHONE_NUMBERS.isPossibleNumberWithReason(zeros == 0 ? number
                : number.setItalianLeadingZero(true).setNumberOfLeadingZeros(zeros)) == ValidationResult.IS_POSSIBLE;
    }

    private static boolean isAreaCodeKnown(PhoneNumber number) {
        var areaCode = PHONE_NUMBERS.getNationalSignificantNumber(number).substring(0, AREA_CODE_LENGTH);
        return PHONE_NUMBERS.isValidNumber(new PhoneNumber().setCountryCode(NORTH_AMERICA)
                .setNationalNumber(Long.parseLong(areaCode) * BEHIND_AREA_CODE + USUAL_EXCHANGE));
    }
}
