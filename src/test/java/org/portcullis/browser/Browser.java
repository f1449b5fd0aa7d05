package org.portcullis.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.portcullis.testing.Surroundings;

/** A Chromium for the tests of one class: {@code browser.wish(FRENCH).dark().wide(390).open()} opens a window. */
final class Browser implements AutoCloseable {

    private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe");

    /** Others may keep the machine busy meanwhile. */
    private static final int PATIENCE_MILLISECONDS = 90_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static Browser launch() {
        // As root, in a container, Chromium does not start with its sandbox.
        var options = new LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-background-networking"));
        var installed = installed();
        installed.ifPresent(options::setExecutablePath);
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(
                installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    /** @return the browser of this machine, without which Playwright downloads its own */
    private static Optional<Path> installed() {
        return Stream.concat(Stream.ofNullable(System.getenv("PORTCULLIS_CHROMIUM")), USUAL_PLACES.stream())
                .filter(Objects::nonNull).map(Path::of).filter(Files::isExecutable).findFirst();
    }

    Wish wish(Language language) {
        return new Wish(language);
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** How a window is to be: light, 1,280 px wide and with scripts, unless it is told otherwise. */
    final class Wish {

        private final String portal = Surroundings.portalUrl();
        private final Language language;
        private final NewContextOptions options;
        private String before;

        private Wish(Language language) {
            this.language = language;
            this.options = new NewContextOptions().setBaseURL(portal).setLocale(language.tag())
                    .setColorScheme(ColorScheme.LIGHT).setViewportSize(1280, 800);
        }

        Wish dark() {
            options.setColorScheme(ColorScheme.DARK);
            return this;
        }

        Wish withoutMotion() {
            options.setReducedMotion(ReducedMotion.REDUCE);
            return this;
        }

        Wish wide(int pixels) {
            options.setViewportSize(pixels, 800);
            return this;
        }

        Wish withoutScripts() {
            options.setJavaScriptEnabled(false);
            return this;
        }

        /** @param script to be run in each page before any of its own */
        Wish running(String script) {
            before = script;
            return this;
        }

        Window open() {
            var context = chromium.newContext(options);
            context.setDefaultTimeout(PATIENCE_MILLISECONDS);
            if (before != null) {
                context.addInitScript(before);
            }
            return new Window(context, portal, language);
        }
    }
}
