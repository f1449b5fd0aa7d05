package org.portcullis.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides which digits are telephone numbers for an organization of a country, and which of these a list accepts. */
final class NumberPlan {

    static final int FEWEST_DIGITS = 6;
    /** 15 digits of E.164, plus an international prefix. */
    static final int MOST_DIGITS = 18;

    private static final PhoneNumberUtil PHONE_NUMBERS = PhoneNumberUtil.getInstance();
    private static final ShortNumberInfo SHORT_NUMBERS = ShortNumberInfo.getInstance();
    /** These share one regulator and one portability database (NPAC). */
    private static final Set<String> UNITED_STATES = Set.of("US", "PR", "VI", "GU", "AS", "MP");
    private static final int LONGEST_SHORT_NUMBER = 6;

    private final String country;
    private final NumberScope scope;
    private final int countryCode;
    /** Possible prefixes of a national number: none, the trunk prefix, the country code. */
    private final List<String> prefixes;

    /** @param country ISO 3166-1 alpha-2 */
    NumberPlan(String country, NumberScope scope) {
        this.country = country;
        this.scope = scope;
        countryCode = PHONE_NUMBERS.getCountryCodeForRegion(country);
        prefixes = Stream.of("", PHONE_NUMBERS.getNddPrefixForRegion(country, true), Integer.toString(countryCode))
                .filter(Objects::nonNull).distinct().toList();
    }

    /**
     * @return a telephone number of any country and kind, if the digits are one as dialled or written in the
     * organization's country
     */
    Optional<PhoneNumber> number(String digits, boolean international) {
        if (digits.length() > MOST_DIGITS || digits.length() < FEWEST_DIGITS) {
            return Optional.empty();
        }
        try {
            var number = parsed(digits, international);
            var overseas = FrenchOverseas.of(number);
            // An unrelated country code makes the number invalid.
            return overseas.isPresent() && hasCountryCode(digits, international) ? Optional.empty()
                    : taken(overseas.orElse(number));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /**
     * As above, for digits among others, most of which are not a number: many times faster, but without rare notations
     * of some countries.
     */
    Optional<PhoneNumber> numberAmongOthers(String digits, boolean international) {
        if (international || digits.startsWith("00") || digits.startsWith("011")) {
            return number(digits, international);
        }
        return prefixes.stream().filter(digits::startsWith).map(prefix -> digits.substring(prefix.length()))
                .filter(national -> national.length() >= FEWEST_DIGITS && national.length() < MOST_DIGITS)
                .map(this::national)
                .filter(PHONE_NUMBERS::isPossibleNumber).map(number -> FrenchOverseas.of(number).orElse(number))
                .flatMap(number -> taken(number).stream()).findFirst();
    }

    private static Optional<PhoneNumber> taken(PhoneNumber number) {
        return Optional.of(number)
                .filter(each -> PHONE_NUMBERS.isValidNumber(each) || NumberingBlocks.isWellFormed(each));
    }

    private boolean hasCountryCode(String digits, boolean international) {
        return international || digits.startsWith("00") || digits.startsWith(Integer.toString(countryCode));
    }

    /** @return why the list does not accept the number, if it does not */
    Optional<NumberFault> refusal(PhoneNumber number) {
        if (scope == NumberScope.ANY) {
            return Optional.empty();
        }
        if (!PHONE_NUMBERS.isValidNumber(number)) {
            return number.getCountryCode() == countryCode ? Optional.empty() : Optional.of(NumberFault.OTHER_COUNTRY);
        }
        var type = PHONE_NUMBERS.getNumberType(number);
        if (type == PhoneNumberType.TOLL_FREE && number.getCountryCode() == countryCode) {
            return Optional.of(NumberFault.TOLL_FREE);
        }
        if (!isOfCountry(PHONE_NUMBERS.getRegionCodeForNumber(number))) {
            return Optional.of(NumberFault.OTHER_COUNTRY);
        }
        return switch (type) {
            case FIXED_LINE, MOBILE, FIXED_LINE_OR_MOBILE, VOIP -> Optional.empty();
            default -> Optional.of(NumberFault.NOT_PORTABLE);
        };
    }

    /**
     * @param first of a range
     * @param digits of another number of the range, of the same length, with the country code
     * @return why the list does not accept the other number, if it does not
     */
    Optional<NumberFault> refusal(PhoneNumber first, long digits) {
        long before = NumberPlan.digits(first) - first.getNationalNumber();
        return taken(new PhoneNumber().mergeFrom(first).setNationalNumber(digits - before)).map(this::refusal)
                .orElse(Optional.of(NumberFault.NOT_A_NUMBER));
    }

    /** @return the fault of digits that are not a number */
    NumberFault fault(String digits, boolean international) {
        if (digits.length() > MOST_DIGITS) {
            return NumberFault.TOO_LONG;
        }
        try {
            var number = parsed(digits, international);
            if (!international && digits.length() <= LONGEST_SHORT_NUMBER
                    && SHORT_NUMBERS.isValidShortNumberForRegion(number, country)) {
                return NumberFault.SHORT_NUMBER;
            }
            return switch (PHONE_NUMBERS.isPossibleNumberWithReason(number)) {
                case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> NumberFault.TOO_SHORT;
                case TOO_LONG -> NumberFault.TOO_LONG;
                case INVALID_LENGTH -> isShorterThanUsual(number) ? NumberFault.TOO_SHORT : NumberFault.TOO_LONG;
                default -> NumberFault.NOT_A_NUMBER;
            };
        } catch (NumberParseException e) {
            return switch (e.getErrorType()) {
                case INVALID_COUNTRY_CODE -> NumberFault.NOT_A_NUMBER;
                case TOO_LONG -> NumberFault.TOO_LONG;
                default -> NumberFault.TOO_SHORT;
            };
        }
    }

    /** @return the digits with the country code; no leading zero can get lost, as no country code begins with one */
    static long digits(PhoneNumber number) {
        return Long.parseLong(PHONE_NUMBERS.format(number, PhoneNumberFormat.E164).substring(1));
    }

    /** @return the number of digits after the country code */
    static int nationalLength(PhoneNumber number) {
        return PHONE_NUMBERS.getNationalSignificantNumber(number).length();
    }

    private boolean isOfCountry(String region) {
        return country.equals(region)
                || UNITED_STATES.contains(country) && region != null && UNITED_STATES.contains(region);
    }

    private PhoneNumber parsed(String digits, boolean international) throws NumberParseException {
        return PHONE_NUMBERS.parse(international ? "+" + digits : digits, country);
    }

    private PhoneNumber national(String digits) {
        var number = new PhoneNumber().setCountryCode(countryCode).setNationalNumber(Long.parseLong(digits));
        int zeros = (int) digits.chars().takeWhile(digit -> digit == '0').count();
        return zeros == 0 ? number : number.setItalianLeadingZero(true).setNumberOfLeadingZeros(zeros);
    }

    private static boolean isShorterThanUsual(PhoneNumber number) {
        var example = PHONE_NUMBERS
                .getExampleNumber(PHONE_NUMBERS.getRegionCodeForCountryCode(number.getCountryCode()));
        return example != null && nationalLength(number) < nationalLength(example);
    }
}
