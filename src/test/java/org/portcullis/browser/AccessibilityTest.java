package org.portcullis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.testing.PortalTest;

/** Every page, as axe and a ruler see it: all that is wrong on all of them is told at once. */
@QuarkusTest
class AccessibilityTest extends PortalTest {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String AXE = AxeBuilder.getAxeScript();
    /** Asked directly: the builder brings everything that is right on a page along, which takes longer than the search. */
    private static final String FIND_VIOLATIONS = """
            rules => axe.run({ runOnly: rules, resultTypes: ['violations'] }).then(results => results.violations
                .flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.target.join(' '))))""";
    private static final int NARROWEST = 320;
    private static final List<Integer> WIDTHS = List.of(NARROWEST, 390, 640, 800, 1024, 1200, 1280);

    /** What sticks out at the side, and targets lower than 24 px; links within a sentence may be as low as its line. */
    private static final String TOO_WIDE_OR_TOO_LOW = """
            () => {
              const found = [];
              const root = document.documentElement;
              const name = element => element.tagName.toLowerCase() + ' ' + element.textContent.trim().slice(0, 40);
              if (root.scrollWidth > root.clientWidth) {
                const wide = [...document.querySelectorAll('main *')]
                    .filter(element => element.getBoundingClientRect().left + element.scrollWidth > root.clientWidth + 1);
                found.push('scrolls sideways: ' + root.scrollWidth + ' > ' + root.clientWidth
                    + wide.slice(0, 3).map(element => ', ' + name(element)).join(''));
              }
              const inSentence = link => link.matches('a') && getComputedStyle(link).display === 'inline'
                  && [...link.parentElement.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
              for (const target of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')) {
                const height = target.getBoundingClientRect().height;
                if (target.checkVisibility() && height < 24 && !inSentence(target)) found.push(height + ' px high: ' + name(target));
              }
              return found;
            }""";

    private static Browser browser;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingForAxeAndTheRulerToFind(Language language) {
        // A colour that is still on its way from light to dark is neither.
        try (var window = browser.wish(language).withoutMotion().open()) {
            assertEquals("", String.join("\n", Tour.through(window, language == Language.ENGLISH
                    ? AccessibilityTest::lightAndWide : AccessibilityTest::darkAndNarrow)));
        }
    }

    /** Colours and marks do not depend on the language, so that each language takes one half of what there is to see. */
    private static List<String> lightAndWide(Window window) {
        var found = new ArrayList<>(axe(window));
        found.addAll(ruler(window, List.of(NARROWEST, 1280)));
        return found;
    }

    /** French words are longer, so that they are measured at each width. */
    private static List<String> darkAndNarrow(Window window) {
        var found = new ArrayList<>(ruler(window, WIDTHS));
        window.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        window.page().setViewportSize(390, 800);
        axe(window).forEach(problem -> found.add("in the dark on a telephone, " + problem));
        window.page().setViewportSize(1280, 800);
        window.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return found;
    }

    private static List<String> axe(Window window) {
        window.page().evaluate(AXE);
        return ((List<?>) window.page().evaluate(FIND_VIOLATIONS, RULES)).stream().map(String.class::cast).toList();
    }

    private static List<String> ruler(Window window, List<Integer> widths) {
        var found = new ArrayList<String>();
        for (int width : widths) {
            window.page().setViewportSize(width, 800);
            for (Object problem : (List<?>) window.page().evaluate(TOO_WIDE_OR_TOO_LOW)) {
                found.add(width + " px wide: " + problem);
            }
        }
        window.page().setViewportSize(1280, 800);
        return found;
    }
}
