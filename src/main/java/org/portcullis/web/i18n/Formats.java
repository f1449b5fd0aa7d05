package org.portcullis.web.i18n;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * Dates, times and numbers in the reader's conventions, for templates: the language and the time zone are the
 * template's own. {@code 2 juin 2026 à 14 h 30}, {@code June 2, 2026, 2:30 PM}, {@code +1 206-555-0100}.
 */
@TemplateExtension(namespace = "format")
public final class Formats {

    private static final PhoneNumberUtil PHONE_NUMBERS = PhoneNumberUtil.getInstance();
    private static final String ABSENT = "–";

    private Formats() {
    }

    public static String date(LocalDate date, @TemplateAttribute(TemplateInstance.LOCALE) Object language) {
        return date == null ? ABSENT : longDate(date, (Locale) language);
    }

    /** For lists: {@code Jun 2, 2026}, {@code 2 juin 2026}. */
    static String shortDate(LocalDate date, @TemplateAttribute(TemplateInstance.LOCALE) Object language) {
        return date == null ? ABSENT : mediumDate(date, (Locale) language);
    }

    static String shortDay(Instant instant, @TemplateAttribute(TemplateInstance.LOCALE) Object language,
            @TemplateAttribute(TemplateLanguage.ZONE) Object zone) {
        return at(instant, language, zone, (time, locale) -> mediumDate(time.toLocalDate(), locale));
    }

    /** @param zone that of the organization: an order's days are those of its calendar, for every reader */
    static String shortDayIn(ZoneId zone, Instant instant,
            @TemplateAttribute(TemplateInstance.LOCALE) Object language) {
        return shortDay(instant, language, zone);
    }

    static String day(Instant instant, @TemplateAttribute(TemplateInstance.LOCALE) Object language,
            @TemplateAttribute(TemplateLanguage.ZONE) Object zone) {
        return at(instant, language, zone, (time, locale) -> longDate(time.toLocalDate(), locale));
    }

    public static String moment(Instant instant, @TemplateAttribute(TemplateInstance.LOCALE) Object language,
            @TemplateAttribute(TemplateLanguage.ZONE) Object zone) {
        return at(instant, language, zone, Formats::moment);
    }

    /** With the seconds and the name of the zone, for the {@code title} of a shorter form. */
    public static String exact(Instant instant, @TemplateAttribute(TemplateInstance.LOCALE) Object language,
            @TemplateAttribute(TemplateLanguage.ZONE) Object zone) {
        return at(instant, language, zone, (time, locale) -> moment(time, locale) + " "
                + DateTimeFormatter.ofPattern("zzz", locale).format(time));
    }

    /** @param organization the time zone for a reader who has none, such as a person of the desk who chose none */
    static String exactIn(ZoneId organization, Instant instant,
            @TemplateAttribute(TemplateInstance.LOCALE) Object language,
            @TemplateAttribute(TemplateLanguage.ZONE) Object zone) {
        return exact(instant, language, zone == null ? organization : zone);
    }

    /** @param zone in which the moment is displayed, for every reader */
    static String exactAt(ZoneId zone, Instant instant, @TemplateAttribute(TemplateInstance.LOCALE) Object language) {
        return exact(instant, language, zone);
    }

    /** @return the zone's name, the same in every season: {@code Pacific Time}, {@code heure du Pacifique} */
    static String zone(ZoneId zone, @TemplateAttribute(TemplateInstance.LOCALE) Object language) {
        return zone.getDisplayName(TextStyle.FULL, (Locale) language);
    }

    /** {@code 2:30 PM}, {@code 14 h 30}. */
    static String time(LocalTime time, @TemplateAttribute(TemplateInstance.LOCALE) Object language) {
        return clock((Locale) language).format(time);
    }

    public static String number(Number number, @TemplateAttribute(TemplateInstance.LOCALE) Object language) {
        return NumberFormat.getIntegerInstance((Locale) language).format(number);
    }

    /** @return with one digit after the decimal point, unless that is 0 */
    public static String tenths(Number number, @TemplateAttribute(TemplateInstance.LOCALE) Object language) {
        var format = NumberFormat.getNumberInstance((Locale) language);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /**
     * @return the sentence as it is written after a colon: in French without a capital at its start, unless it starts
     * with an abbreviation
     */
    public static String within(String sentence, boolean afterColon,
            @TemplateAttribute(TemplateInstance.LOCALE) Object language) {
        var isPlain = sentence.length() > 1 && !Character.isUpperCase(sentence.charAt(1));
        return afterColon && isPlain && isFrench((Locale) language)
                ? sentence.substring(0, 1).toLowerCase((Locale) language) + sentence.substring(1)
                : sentence;
    }

    static String telephone(String e164) {
        return telephoneNumber(e164);
    }

    static String country(String code, @TemplateAttribute(TemplateInstance.LOCALE) Object language) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry((Locale) language);
    }

    /** @return the language's name in that language, capitalized */
    static String languageName(Locale language) {
        var name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    /** @return {@code +1 206-555-0100} for {@code +12065550100}; any other text is returned unchanged */
    public static String telephoneNumber(String e164) {
        try {
            return PHONE_NUMBERS.format(PHONE_NUMBERS.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }

    private static String moment(ZonedDateTime time, Locale language) {
        return isFrench(language)
                ? longDate(time.toLocalDate(), language) + " à " + clock(language).format(time)
                : longDate(time.toLocalDate(), language) + ", " + clock(language).format(time);
    }

    /** U+00A0 keeps « 14 h 30 » on one line. */
    private static DateTimeFormatter clock(Locale language) {
        return DateTimeFormatter.ofPattern(isFrench(language) ? "H'\u00a0h\u00a0'mm" : "h:mm\u00a0a", language);
    }

    private static String longDate(LocalDate date, Locale language) {
        return localized(date, FormatStyle.LONG, language);
    }

    private static String mediumDate(LocalDate date, Locale language) {
        return localized(date, FormatStyle.MEDIUM, language);
    }

    /** The first of a month is an ordinal in French: {@code 1er juin}. */
    private static String localized(LocalDate date, FormatStyle style, Locale language) {
        var text = DateTimeFormatter.ofLocalizedDate(style).withLocale(language).format(date);
        return isFrench(language) && date.getDayOfMonth() == 1 ? text.replaceFirst("^1 ", "1er ") : text;
    }

    private static boolean isFrench(Locale language) {
        return language.getLanguage().equals(Locale.FRENCH.getLanguage());
    }

    private static String at(Instant instant, Object language, Object zone,
            BiFunction<ZonedDateTime, Locale, String> form) {
        return instant == null ? ABSENT
                : form.apply(instant.atZone(zone == null ? RequestContext.ZONE_OF_NOBODY : (ZoneId) zone),
                        (Locale) language);
    }
}
