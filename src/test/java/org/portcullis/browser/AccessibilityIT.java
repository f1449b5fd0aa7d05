package org.portcullis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.packaged.PackagedPortal;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.Visitor;

/** Checks every page with axe and for its size; all findings are reported together. */
@OnPackagedPortal(Database.POSTGRESQL)
class AccessibilityIT {

    private static final Map<String, Object> ALL_RULES = Map.of("type", "tag", "values",
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
    /** What depends on colours, widths and words; the rest is in the mark-up, which both languages share. */
    private static final Map<String, Object> RULES_OF_LOOKS = Map.of("type", "rule", "values",
            List.of("color-contrast", "link-in-text-block",
                    "target-size", "scrollable-region-focusable", "html-has-lang", "html-lang-valid", "valid-lang",
                    "button-name", "link-name", "label", "document-title", "empty-heading", "image-alt"));
    private static final String AXE = AxeBuilder.getAxeScript();
    /** Asked directly: the builder brings everything that is right on a page along, which takes longer than the search. */
    private static final String FIND_VIOLATIONS = """
            rules => axe.run({ runOnly: rules, resultTypes: ['violations'], preload: false }).then(results => results.violations
                .flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.target.join(' '))))""";
    private static final int NARROWEST = 320;
    /** The narrowest, and the first ones at which another layout begins. */
    private static final List<Integer> WIDTHS = List.of(NARROWEST, 640, 768, 992, 1200);

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

    @Test
    void leavesNothingForAxeAndTheRulerToFind() throws InterruptedException, ExecutionException {
        // Each has a browser of its own and sees half of what there is to see, at the same time as the other.
        var threads = Executors.newFixedThreadPool(2);
        var english = threads.submit(() -> tour(Language.ENGLISH, AccessibilityIT::lightAndWide));
        var french = threads.submit(() -> tour(Language.FRENCH, AccessibilityIT::darkAndNarrow));
        threads.shutdown();
        assertEquals("", english.get() + french.get());
    }

    @Test
    void leavesNothingToFindOnWhatOnlyTheDemoShows(@TempDir Path folder) {
        try (var portal = PackagedPortal.start(folder, "quarkus.profile=demo").awaitReady()) {
            Surroundings.enter(new Surroundings(portal.url(), null));
            var admin = Visitor.of(portal.url());
            admin.signIn("admin@cascade.example", "portcullis-demo");
            admin.get("/port-orders/pin").submit("/port-orders/pin", Map.of("pin", "482913"));
            try (var browser = Browser.launch();
                    var window = browser.wish(Language.ENGLISH).withoutMotion().running(AXE).open()) {
                assertEquals("", String.join("\n", Tour.throughTheDemo(window, AccessibilityIT::lightAndWide)));
            }
        }
    }

    private static String tour(Language language, Function<Window, List<String>> look) {
        // A colour that is still on its way from light to dark is neither.
        try (var browser = Browser.launch(); var window = browser.wish(language).withoutMotion().running(AXE).open()) {
            return String.join("\n", Tour.through(window, look));
        }
    }

    private static List<String> lightAndWide(Window window) {
        var found = new ArrayList<>(axe(window, ALL_RULES));
        found.addAll(ruler(window, List.of(NARROWEST, 1280)));
        return found;
    }

    /** French words are longer, so that they are measured in each layout. */
    private static List<String> darkAndNarrow(Window window) {
        var found = new ArrayList<>(ruler(window, WIDTHS));
        window.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        window.page().setViewportSize(390, 800);
        axe(window, RULES_OF_LOOKS).forEach(problem -> found.add("in the dark on a telephone, " + problem));
        window.page().setViewportSize(1280, 800);
        window.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return found;
    }

    private static List<String> axe(Window window, Map<String, Object> rules) {
        return ((List<?>) window.page().evaluate(FIND_VIOLATIONS, rules)).stream().map(String.class::cast).toList();
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
