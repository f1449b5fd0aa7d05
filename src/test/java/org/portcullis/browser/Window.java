package org.portcullis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portcullis.testing.Page.folded;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.testing.Fixtures;

/** A browser window, queried by roles and labels; closing it fails if errors occurred in it. */
final class Window implements AutoCloseable {

    private final BrowserContext context;
    private final String portal;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private Language language;
    private Hands hands = Hands.POINTER;
    private int loads;

    Window(BrowserContext context, String portal, Language language) {
        this.context = context;
        this.portal = portal.replaceFirst("/$", "");
        this.language = language;
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> troubles.add("Script failed: " + error.error()));
        context.onRequest(this::watch);
        context.onRequestFailed(request -> troubles.add("No answer: " + request.url() + " " + request.failure()));
        context.onResponse(this::watch);
        page = context.newPage();
        page.onLoad(loaded -> loads++);
    }

    private void hear(ConsoleMessage message) {
        // Chromium calls every 4xx an error here. That of a page is its answer; that of anything else is seen below.
        if (message.type().equals("error")
                && !message.text().startsWith("Failed to load resource: the server responded")) {
            troubles.add("Console: " + message.text());
        }
    }

    private void watch(Request request) {
        var place = request.url();
        if (!place.startsWith(portal + "/") && !place.startsWith("data:")) {
            troubles.add("Asked another host: " + place);
        }
    }

    private void watch(Response response) {
        if (response.status() >= 400 && !response.request().isNavigationRequest() || response.status() >= 500) {
            troubles.add("Status " + response.status() + ": " + response.url());
        }
    }

    Window handledBy(Hands newHands) {
        hands = newHands;
        return this;
    }

    Page page() {
        return page;
    }

    void go(String path) {
        page.navigate(path);
    }

    /** Does what leads to another page, and waits until that one is there whole. */
    void arriveBy(Runnable action) {
        int before = loads;
        action.run();
        page.waitForCondition(() -> loads > before);
    }

    void follow(Words link) {
        follow(asWritten(link));
    }

    void follow(String link) {
        arriveBy(() -> hands.press(link(link)));
    }

    /** Presses a button that sends its form. */
    void send(Words button) {
        arriveBy(() -> hands.press(button(button)));
    }

    void press(Locator target) {
        hands.press(target);
    }

    void type(Words label, String text) {
        hands.type(field(label), text);
    }

    /** Ticks a box, or chooses one of several. */
    void tick(Words label) {
        hands.tick(field(label));
    }

    /** Asks for the page again until the order stands there by itself. */
    void comesTo(Words state) {
        page.waitForCondition(() -> {
            page.reload();
            return orderState().equals(state.in(language));
        });
    }

    void isIn(Words state) {
        assertEquals(state.in(language), orderState());
    }

    private String orderState() {
        return folded(page.locator(".page-head .state").innerText());
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(Words name) {
        return button(asWritten(name));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(Words label) {
        return page.getByLabel(asWritten(label), new Page.GetByLabelOptions().setExact(true));
    }

    private String asWritten(Words words) {
        return words.in(language).replace('\'', '\u2019');
    }

    Locator focused() {
        return page.locator("*:focus");
    }

    Locator personMenu() {
        return page.locator(".person-menu > summary");
    }

    void signIn(Fixtures.Person person) {
        type(Words.USERNAME, person.email());
        type(Words.PASSWORD, Fixtures.PASSWORD);
        send(Words.SIGN_IN);
    }

    void forgetWhoIsSignedIn() {
        context.clearCookies();
    }

    /** Uses the form at the top of every page. */
    void switchLanguage() {
        arriveBy(() -> hands.press(button(language.other().ownName())));
        language = language.other();
        assertEquals(language.tag(), page.locator("html").getAttribute("lang"));
    }

    String heading() {
        return folded(page.locator("h1").innerText());
    }

    void shows(Words words) {
        shows(words.in(language));
    }

    void shows(String words) {
        var text = text();
        assertTrue(text.contains(words), () -> "No “" + words + "” in: " + text);
    }

    private String text() {
        return folded(page.locator("body").innerText()).replaceAll("\\s+", " ");
    }

    void isTitled(Words words) {
        assertEquals(words.in(language), heading());
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), troubles);
    }
}
