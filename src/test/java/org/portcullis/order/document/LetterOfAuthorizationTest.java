package org.portcullis.order.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Variant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.web.i18n.Languages;

@QuarkusTest
class LetterOfAuthorizationTest extends PortalTest {

    private static final Pattern NUMBER = Pattern.compile("\\+1 \\d{3}-\\d{3}-\\d{4}");
    private static final List<String> NUMBERS = List.of("+1 206-555-0100 – +1 206-555-0149", "+1 253-555-0107");
    private static final Signature SIGNATURE = new Signature("Zoë O’Brien", Instant.parse("2026-06-02T21:30:00Z"),
            ZoneId.of("America/Los_Angeles"), "2001:db8::17");

    @Inject
    Engine engine;

    /** Every part of the letter in the order of the record, so that a test can change one of them. */
    private static Object[] parts() {
        return new Object[] {"Cascade Freight", "Portcullis Telecom", "Columbia Fiber", "CASCADE FREIGHT", "88-2041",
            "Z. O’Brien", "1200 Alaskan Way", "Seattle, WA 98101", "+12065550100", NUMBERS, true, null, null};
    }

    @SuppressWarnings("unchecked")
    private static LetterOfAuthorization letter(Object... p) {
        return new LetterOfAuthorization((String) p[0], (String) p[1], (String) p[2], (String) p[3], (String) p[4],
                (String) p[5], (String) p[6], (String) p[7], (String) p[8], (List<String>) p[9], (boolean) p[10],
                (String) p[11], (LocalDate) p[12]);
    }

    private static LetterOfAuthorization with(int index, Object value) {
        var parts = parts();
        parts[index] = value;
        return letter(parts);
    }

    private static String pdf(LetterOfAuthorization letter, Locale language) {
        return Page.folded(Pdfs.text(letter.pdf(language, SIGNATURE))).replaceAll("\\s+", " ");
    }

    @Test
    void changesItsDigestWithWhateverItStates() {
        var variants = Stream.of(letter(parts()), with(0, "Cascade"), with(1, null), with(2, "Columbia"), with(3, ""),
                with(3, null),
                with(4, "882041"), with(5, "Z. Brien"), with(6, "1201 Alaskan Way"), with(7, "Seattle, WA 98102"),
                with(8, null),
                with(9, List.of(NUMBERS.get(0))), with(9, List.of(NUMBERS.get(0) + NUMBERS.get(1))), with(9, List.of()),
                with(10, false), with(11, "+12065550101"), with(12, LocalDate.of(2026, 6, 9)),
                with(12, LocalDate.of(2026, 6, 10)));
        var digests = variants.map(LetterOfAuthorization::digest).toList();
        assertEquals(digests.size(), digests.stream().distinct().count());
        assertTrue(digests.stream().allMatch(digest -> digest.matches("[0-9a-f]{64}")));
        assertEquals(letter(parts()).digest(), letter(parts()).digest());
    }

    @Test
    void statesEverythingInEnglish() {
        var letter = with(12, LocalDate.of(2026, 6, 9));
        var text = pdf(letter, Languages.ENGLISH);
        letter.text(Languages.ENGLISH).facts()
                .forEach(fact -> assertTrue(text.contains(Page.folded(fact.value())), fact.label()));
        assertTrue(text.contains("Letter of authorization (LOA)"));
        assertTrue(text.contains("Cascade Freight authorizes Portcullis Telecom to act as its agent"));
        assertTrue(text.contains("early termination fee"));
        assertTrue(text.contains("+1 206-555-0100 – +1 206-555-0149"));
        assertTrue(text.contains("June 9, 2026"));
        assertTrue(text.contains("Zoë O'Brien"));
        assertTrue(text.contains("June 2, 2026, 2:30 PM PDT"));
        assertTrue(text.contains("2001:db8::17"));
        assertTrue(text.endsWith("1 / 1"));
    }

    @Test
    void statesEverythingInFrench() {
        var parts = parts();
        parts[1] = null;
        parts[10] = false;
        parts[11] = "+12065550101";
        var text = pdf(letter(parts), Languages.FRENCH);
        assertTrue(text.contains("Lettre d'autorisation (LOA)"));
        assertTrue(
                text.contains("L'organisation Cascade Freight mandate le nouvel opérateur pour demander en son nom"));
        assertTrue(text.contains("Seuls les numéros indiqués sont transférés."));
        assertTrue(text.contains("BTN de remplacement +1 206-555-0101"));
        assertTrue(text.contains("2 juin 2026 à 14 h 30 PDT"));
    }

    @Test
    void saysOnThePageWhatThePdfSays() {
        for (Locale language : Languages.ALL) {
            var text = pdf(letter(parts()), language);
            letter(parts()).text(language).statements()
                    .forEach(sentence -> assertTrue(text.contains(Page.folded(sentence)), sentence));
        }
    }

    @Test
    void isShownInItsOwnLanguageBeforeItIsSigned() {
        var page = Jsoup.parse(engine.parse("{#letterText letter=letter /}", Variant.forContentType(Variant.TEXT_HTML))
                .data("letter", with(0, "<b>Cascade</b>").text(Languages.FRENCH)).render());
        assertEquals("fr-FR", page.selectFirst("section").attr("lang"));
        assertTrue(Page.folded(page.text())
                .contains("L'organisation <b>Cascade</b> mandate Portcullis Telecom pour demander"));
        assertEquals(NUMBERS, page.select("li").eachText());
    }

    @Test
    void tellsItsTitleLanguageAndSize() throws IOException {
        try (var english = Loader.loadPDF(letter(parts()).pdf(Languages.ENGLISH, SIGNATURE));
                var french = Loader.loadPDF(letter(parts()).pdf(Languages.FRENCH, SIGNATURE))) {
            assertEquals("Letter of authorization (LOA)", english.getDocumentInformation().getTitle());
            assertEquals("en-US", english.getDocumentCatalog().getLanguage());
            assertEquals("fr-FR", french.getDocumentCatalog().getLanguage());
            assertEquals(PDRectangle.LETTER.getHeight(), english.getPage(0).getMediaBox().getHeight());
            assertEquals(PDRectangle.A4.getHeight(), french.getPage(0).getMediaBox().getHeight());
            assertTrue(english.getDocumentCatalog().getMarkInfo().isMarked());
        }
    }

    @Test
    void holdsTwentyThousandNumbers() throws IOException {
        var numbers = IntStream.range(0, 20_000)
                .mapToObj(i -> "+1 206-%03d-%04d".formatted(200 + i / 5000, 2 * i % 10_000)).toList();
        var pdf = with(9, numbers).pdf(Languages.ENGLISH, SIGNATURE);
        try (var document = Loader.loadPDF(pdf)) {
            var pages = document.getNumberOfPages();
            assertTrue(pages > 80 && pages < 140, pages + " pages");
        }
        var printed = NUMBER.matcher(Pdfs.text(pdf)).results().map(MatchResult::group).collect(Collectors.toSet());
        assertTrue(printed.containsAll(numbers));
        assertTrue(pdf.length < PdfCheck.LARGEST);
    }

    @Test
    void statesNamesOfEveryScriptInTheOrderInWhichTheyAreRead() {
        for (String name : List.of("Jean-Baptiste de La Fontaine", "Nguyễn Thị Hồng Ánh", "Ελληνική Εταιρεία",
                "ООО «Москва»",
                "شركة النور للاتصالات", "محمّد عَلي", "پژمان گلی", "شركة النور (2020)", "חברת אור בע״מ", "株式会社青い月",
                "北京电信有限公司",
                "臺灣電信", "한국통신 주식회사", "Acme شركة النور Ltd.", "東京 Tokyo (חברה)")) {
            var letter = with(3, name);
            assertEquals(List.of(), letter.text(Languages.ENGLISH).getUndrawable(), name);
            assertTrue(Pdfs.text(letter.pdf(Languages.ENGLISH, SIGNATURE)).contains("Account name " + name), name);
        }
    }

    @Test
    void statesNothingThatItCannotDraw() {
        var letter = with(3, "Café 🚀 ไทย \ud800");
        assertEquals(
                List.of(new LetterText.Fact("Account name",
                        "🚀\u00a0(U+1F680), ไ\u00a0(U+0E44), ท\u00a0(U+0E17), ย\u00a0(U+0E22), U+D800")),
                letter.text(Languages.ENGLISH).getUndrawable());
        assertThrows(IllegalArgumentException.class, () -> letter.pdf(Languages.ENGLISH, SIGNATURE));
        assertEquals(1, with(1, "Portcullis 🚀").text(Languages.FRENCH).getUndrawable().size(),
                "the provider's name is only in sentences");
    }

    @Test
    void leavesOutWhatIsInvisibleAndBreaksWhatIsLong() {
        var text = pdf(with(0, "Ça\tÉtienne\u202f! \u0000\u200b fin"), Languages.FRENCH);
        assertTrue(text.contains("Ça Étienne ! fin"), text);
        assertTrue(pdf(with(0, "x".repeat(3000)), Languages.ENGLISH).replace(" ", "").contains("x".repeat(3000)));
        assertTrue(pdf(with(0, "株".repeat(300)), Languages.ENGLISH).replace(" ", "").contains("株".repeat(300)));
        assertFalse(pdf(with(0, ""), Languages.ENGLISH).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atelier Lumière", "Orange", "Le Comptoir", "Écho"})
    void putsNoFrenchPrepositionBeforeABareName(String name) {
        for (boolean full : new boolean[] {true, false}) {
            var parts = parts();
            parts[0] = name;
            parts[2] = name;
            parts[10] = full;
            var text = String.join(" ", letter(parts).text(Languages.FRENCH).statements());
            assertFalse(Pattern.compile("\\b(de|à|que|le|du|au|chez|d’|qu’|l’) ?" + name).matcher(text).find(), text);
            assertTrue(text.contains("que l’organisation " + name) && text.contains("auprès de l’opérateur " + name),
                    text);
        }
    }

    @Test
    void isTakenAsADocumentItself(@TempDir Path folder) throws IOException {
        for (Locale language : Languages.ALL) {
            var file = Files.write(folder.resolve("letter.pdf"), letter(parts()).pdf(language, SIGNATURE));
            assertTrue(PdfCheck.problem(file).isEmpty());
        }
    }
}
