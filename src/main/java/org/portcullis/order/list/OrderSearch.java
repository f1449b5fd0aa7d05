package org.portcullis.order.list;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;
import org.portcullis.organization.SearchText;

/** What a person types to find orders: a part of the name or of the PON, or a telephone number in any usual notation. */
public record OrderSearch(String text, String country) {

    private static final PhoneNumberUtil PHONE_NUMBERS = PhoneNumberUtil.getInstance();
    private static final int FEWEST_DIGITS = 4;

    /** @return the pattern for names and PONs */
    String words() {
        return SearchText.containing(text);
    }

    /** @return the whole telephone number that the text is, in E.164; nothing for a part of one and for other words */
    public Optional<String> wholeNumber() {
        return number().filter(pattern -> !pattern.startsWith("%"));
    }

    /**
     * @return the pattern for numbers in E.164: the whole number where the text is one, as it is written in the
     *         organization's country or with a country code, else the digits anywhere in it; nothing for other words
     */
    Optional<String> number() {
        var bare = text.strip().replaceFirst("(?i)^tel:", "");
        if (!bare.matches("[+\\d\\s().\\-/\\u00a0\\u202f\\u2010-\\u2015]+")) {
            return Optional.empty();
        }
        try {
            var number = PHONE_NUMBERS.parse(bare, country);
            if (PHONE_NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE) {
                return Optional.of(PHONE_NUMBERS.format(number, PhoneNumberFormat.E164));
            }
        } catch (NumberParseException e) {
            // Not a whole number; its digits may still be a part of one.
        }
        var digits = bare.replaceAll("\\D", "");
        return digits.length() >= FEWEST_DIGITS ? Optional.of("%" + digits + "%") : Optional.empty();
    }
}
