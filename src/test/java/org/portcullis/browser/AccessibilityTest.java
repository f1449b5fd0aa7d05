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
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");
    private static final String AXE = AxeBuilder.getAxeScript();
    /** Asked directly: the builder brings everything that is right on a page along, which takes longer than the search. */
    private static final String FIND_VIOLATIONS = """
            rules => axe.run({ runOnly: rules, resultTypes: ['violations'] }).then(results => results.violations
                .flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.target.join(' '))))""";
    private static final List<Integer> WIDTHS = List.of(320, 390, 640, 800, 1024, 1200, 1280);

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
            assertEquals("", String.join("\n", Tour.through(window, AccessibilityTest::everything)));
        }
    }

    /** Light and wide, dark and narrow; where only colours or sizes can differ, only these are looked at again. */
    private static List<String> everything(Window window) {
        var found = new ArrayList<>(axe(window, RULES));
        found.addAll(ruler(window));
        window.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        axe(window, COLOURS).forEach(problem -> found.add("in the dark, " + problem));
        window.page().setViewportSize(390, 800);
        axe(window, RULES).forEach(problem -> found.add("in the dark on a telephone, " + problem));
        window.page().setViewportSize(1280, 800);
        window.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return found;
    }

    private static List<String> axe(Window window, List<String> rules) {
        window.page().evaluate(AXE);
        return ((List<?>) window.page().evaluate(FIND_VIOLATIONS, rules)).stream().map(String.class::cast).toList();
    }

    private static List<String> ruler(Window window) {
        var found = new ArrayList<String>();
        for (int width : WIDTHS) {
            window.page().setViewportSize(width, 800);
            for (Object problem : (List<?>) window.page().evaluate(TOO_WIDE_OR_TOO_LOW)) {
                found.add(width + " px wide: " + problem);
            }
        }
        window.page().setViewportSize(1280, 800);
        return found;
    }
}
