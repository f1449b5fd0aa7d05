package org.portcullis.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

class NumberListPropertyTest {

    private static final int TRIES = 150;
    private static final PhoneNumberUtil PHONE_NUMBERS = PhoneNumberUtil.getInstance();
    private static final Map<String, Long> BLOCKS = Map.of("US", 1_206_555_0000L, "FR", 33_4_65_71_0000L);

    /** Some numbers of a country, many of them neighbours. */
    record Numbers(String country, List<String> e164) {
    }

    /** A number, how to write it, and what follows. */
    record Entry(int offset, int notation, String separator) {
    }

    @Provide
    Arbitrary<Numbers> numbers() {
        var near = Arbitraries.integers().between(0, 300);
        var anywhere = Arbitraries.integers().between(0, 9_999);
        return Combinators.combine(country(), Arbitraries.oneOf(near, anywhere).set().ofMaxSize(80)).as((country,
                offsets) -> new Numbers(country, offsets.stream().map(offset -> number(country, offset)).toList()));
    }

    @Provide
    Arbitrary<String> country() {
        return Arbitraries.of("US", "FR");
    }

    @Provide
    Arbitrary<List<Entry>> entries() {
        var separators = Arbitraries.of(" ", ",", ";", "\t", "\n", "\r\n", "\r", "  ", ", ", ";\n\n", "\u00a0", " , ;");
        return Combinators
                .combine(Arbitraries.integers().between(0, 60), Arbitraries.integers().between(0, 6), separators)
                .as(Entry::new).list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of("206", "555", "0100", "-", "–", "..", " ", "+1", "+", "(", ")", "\n", "\r", ",", ";", "1",
                "04 65 71 10 30", "206-555-0100",
                "-0149", "9999999999", "to", "x", "911", "800-555-1234", "\u0000", "\ud800", "2.06E9", "tel:")
                .list().ofMaxSize(60).map(parts -> String.join("", parts));
    }

    private static String number(String country, int offset) {
        return "+" + (BLOCKS.get(country) + offset);
    }

    private static String written(String e164, int notation) {
        try {
            var number = PHONE_NUMBERS.parse(e164, null);
            var national = PHONE_NUMBERS.format(number, PhoneNumberFormat.NATIONAL);
            return switch (notation) {
                case 0 -> e164;
                case 1 -> PHONE_NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL);
                case 2 -> PHONE_NUMBERS.format(number, PhoneNumberFormat.RFC3966);
                case 3 -> national;
                case 4 -> national.replaceAll("\\D", "");
                case 5 -> national.replaceAll("\\D+", " ").strip();
                default -> national.replaceAll("\\D+", ".").replaceFirst("^\\.", "");
            };
        } catch (NumberParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Property(tries = TRIES)
    void rangesReadBackAsTheSameNumbers(@ForAll("numbers") Numbers numbers) {
        var sorted = List.copyOf(new TreeSet<>(numbers.e164));
        NumberListAssert.assertRead(sorted, List.of(),
                NumberList.read(NumberRanges.text(numbers.e164), numbers.country));
        assertEquals(sorted.size(), NumberRanges.compact(numbers.e164).stream().mapToInt(NumberRange::count).sum());
    }

    @Property(tries = TRIES)
    void anyNotationIsReadAndEveryDuplicateNamed(@ForAll("country") String country,
            @ForAll("entries") List<Entry> entries) {
        var text = new StringBuilder();
        var firstLines = new HashMap<String, Integer>();
        var numbers = new ArrayList<String>();
        var duplicates = new ArrayList<NumberProblem>();
        int line = 1;
        for (var entry : entries) {
            var number = number(country, entry.offset);
            var written = written(number, entry.notation);
            text.append(written).append(entry.separator);
            if (firstLines.putIfAbsent(number, line) == null) {
                numbers.add(number);
            } else {
                duplicates.add(new NumberProblem(line, written, NumberFault.DUPLICATE, firstLines.get(number), 1));
            }
            line += (int) entry.separator.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count();
        }
        NumberListAssert.assertRead(numbers, duplicates, NumberList.read(text.toString(), country));
    }

    /** What can stand beside a number without making another one, a range, or an end of it. */
    @Provide
    Arbitrary<String> neighbours() {
        return Arbitraries
                .of("0", "1", "2", "6", "9", " ", "/", "(", ")", ".", "#", "x", "+", "O", "²", "'", "-", "poste ",
                        " ext. ", "\u200b")
                .list().ofMaxSize(6).map(parts -> String.join("", parts))
                .filter(text -> text.chars().filter(Character::isDigit).count() <= 5 && !text.contains("..")
                        && !text.replaceFirst("^[^-]*-", "-").matches("-.*\\d.*\\d.*"));
    }

    @Property(tries = 3_000)
    void whateverStandsBesideANumberMakesNoOtherOfIt(@ForAll("country") String country,
            @ForAll("neighbours") String before,
            @ForAll("neighbours") String after, @ForAll @IntRange(max = 9_999) int offset,
            @ForAll @IntRange(max = 6) int notation) {
        var number = number(country, offset);
        var text = before + written(number, notation) + after;
        var list = NumberList.read(text, country);
        assertTrue(List.of(number).containsAll(list.numbers()), text + " " + list.numbers());
        assertTrue(!list.numbers().isEmpty() || !list.problems().isEmpty(), text);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void anyTextIsReadWithinTheLimit(@ForAll String text) {
        check(text, NumberList.read(text, "US", 3), 3);
    }

    @Property(tries = 500)
    void scrapsOfNumbersAreReadWithinTheLimit(@ForAll("scraps") String text, @ForAll("country") String country) {
        check(text, NumberList.read(text, country, 20), 20);
    }

    private static void check(String text, NumberList list, int maximum) {
        assertTrue(list.numbers().size() <= maximum);
        assertEquals(list.numbers().size(), Set.copyOf(list.numbers()).size());
        int lines = 1 + (int) text.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count();
        int last = 1;
        for (var problem : list.problems()) {
            assertTrue(problem.line() >= last && problem.line() <= lines);
            assertTrue(problem.text().length() <= NumberProblem.LONGEST_TEXT + 1);
            assertTrue(problem.text().chars().noneMatch(Character::isISOControl));
            assertEquals(problem.fault() == NumberFault.DUPLICATE,
                    problem.firstLine() != null && problem.firstLine() <= problem.line());
            last = problem.line();
        }
    }
}
