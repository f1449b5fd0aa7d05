package org.portcullis.web.i18n;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages of the portal and the choice between them. English and French have the same standing. */
public final class Languages {

    public static final Locale ENGLISH = Locale.US;
    public static final Locale FRENCH = Locale.FRANCE;
    public static final List<Locale> ALL = List.of(ENGLISH, FRENCH);

    /** In characters: longer than any browser sends; parsing more would only cost time. */
    private static final int LONGEST_HEADER = 1_000;

    private Languages() {
    }

    /** @return the language of the portal with this tag, if there is one */
    public static Optional<Locale> byTag(String tag) {
        return ALL.stream().filter(language -> language.toLanguageTag().equals(tag)).findFirst();
    }

    /**
     * The texts of a bundle in one language, for sentences that no template makes, such as subjects of e-mails.
     * @param bundle an interface with {@code @MessageBundle}
     */
    public static <T> T words(Class<T> bundle, Locale language) {
        return language.getLanguage().equals(FRENCH.getLanguage())
                ? MessageBundles.get(bundle, Localized.Literal.of(FRENCH.getLanguage()))
                : MessageBundles.get(bundle);
    }

    /**
     * The best language of the whole header (RFC 9110 §12.5.4), so {@code de-DE,fr;q=0.8} is French.
     * @param header the value of {@code Accept-Language}, possibly null, malformed or very long
     * @return the language; empty where the header accepts none of the portal's
     */
    public static Optional<Locale> accepted(String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(bounded(header));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The parser throws the latter for a single hyphen.
            return Optional.empty();
        }
        var refused = ranges.stream().filter(range -> range.getWeight() == 0).map(Languages::language).toList();
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> range.getRange().equals("*")
                        ? ALL.stream().filter(language -> !refused.contains(language.getLanguage()))
                        : withLanguage(language(range)))
                .findFirst();
    }

    private static String bounded(String header) {
        if (header.length() <= LONGEST_HEADER) {
            return header;
        }
        int comma = header.lastIndexOf(',', LONGEST_HEADER);
        return comma > 0 ? header.substring(0, comma) : "";
    }

    private static String language(Locale.LanguageRange range) {
        return range.getRange().split("-", 2)[0];
    }

    private static Stream<Locale> withLanguage(String language) {
        return ALL.stream().filter(candidate -> candidate.getLanguage().equals(language));
    }
}
