package org.portcullis.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.limit.LimitReachedException.Reason;
import org.portcullis.limit.LimitSettings.Bounds;
import org.portcullis.settings.Settings;

/** docs/limits.md names each limit as it is. */
class LimitsPageTest {

    private static final List<String> GUESSES = List.of("guessesBeforeDelay", "carrierGuessesBeforeDelay",
            "carrierFailureShare", "firstDelay",
            "longestDelay", "answerWithin", "comparisonThreads", "comparisonQueue");

    /** Of requests over HTTP, but no limits. */
    private static final List<String> NO_LIMITS = List.of("clientCertificateHeader", "askForClientCertificate");

    private static String page() {
        return text(Path.of("docs/limits.md"));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    /** @return the row whose setting that is */
    private static List<String> row(String setting) {
        var rows = page().lines().filter(line -> line.startsWith("|") && cells(line).contains("`" + setting + "`"))
                .toList();
        assertEquals(1, rows.size(), setting + " has a row of its own");
        return cells(rows.get(0));
    }

    private static String kebab(Method setting) {
        return setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @EnumSource(CostlyWork.class)
    void namesEachSettingOfCostlyWorkWithItsNumber(CostlyWork work) throws IOException {
        var defaults = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            defaults.load(file);
        }
        var heads = page().lines().filter(line -> line.startsWith("|") && line.contains("`.at-once`"))
                .map(LimitsPageTest::cells).findFirst().orElseThrow();
        var row = row(work.setting());
        var said = new LinkedHashMap<String, String>();
        for (int i = 0; i < heads.size(); i++) {
            said.put(heads.get(i), row.get(i));
        }
        for (Method setting : Bounds.class.getMethods()) {
            var given = Optional.ofNullable(defaults.getProperty(work.setting() + "." + kebab(setting)))
                    .orElseGet(() -> setting.getAnnotation(WithDefault.class).value());
            assertEquals("`" + given + "`", said.get("`." + kebab(setting) + "`"),
                    work.setting() + "." + kebab(setting));
        }
        assertTrue(page().contains("`" + work + "`"), "its kind in the metric");
    }

    @Test
    void namesAllKindsOfCostlyWorkThatCanBeSet() {
        var methods = Arrays.stream(LimitSettings.class.getMethods()).map(LimitsPageTest::kebab)
                .map(name -> LimitSettings.PREFIX + "." + name).sorted().toList();
        assertEquals(methods, Arrays.stream(CostlyWork.values()).map(CostlyWork::setting).sorted().toList());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void namesEachOutcome(Reason reason) {
        assertTrue(page().contains("`" + reason + "`"));
    }

    static Stream<Map.Entry<String, Method>> others() {
        return Map
                .of("sign-in", List.of(Settings.SignIn.class.getMethods()), "http",
                        List.of(Settings.Http.class.getMethods()), "port-out",
                        Arrays.stream(Settings.PortOut.class.getMethods())
                                .filter(method -> GUESSES.contains(method.getName())).collect(Collectors.toList()))
                .entrySet().stream().flatMap(group -> group.getValue().stream()
                        .filter(method -> !NO_LIMITS.contains(method.getName()))
                        .map(method -> Map.entry("portcullis." + group.getKey() + "." + kebab(method), method)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void namesEveryOtherSettingOfALimitWithItsDefault(Map.Entry<String, Method> setting) {
        var byDefault = setting.getValue().getAnnotation(WithDefault.class);
        var row = row(setting.getKey());
        assertEquals(byDefault == null ? "processors" : "`" + byDefault.value() + "`",
                row.get(row.indexOf("`" + setting.getKey() + "`") + 1));
    }

    /** A counter's name ends differently where it is published. */
    @Test
    void namesNoMetricThatThePortalDoesNotHave() throws IOException {
        String source;
        try (var files = Files.walk(Path.of("src/main/java"))) {
            source = files.filter(file -> file.toString().endsWith(".java")).map(LimitsPageTest::text)
                    .collect(Collectors.joining());
        }
        var named = Pattern.compile("portcullis_[a-z_]+").matcher(page()).results().map(MatchResult::group).distinct()
                .toList();
        assertTrue(named.size() > 4, named.toString());
        named.forEach(name -> assertTrue(
                source.contains("\"" + name.replaceFirst("_total$", "").replace('_', '.') + "\""), name));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void knowsTheGuessesThatItNames() {
        assertEquals(GUESSES.size(),
                others().filter(setting -> setting.getKey().startsWith("portcullis.port-out.")).count());
    }
}
