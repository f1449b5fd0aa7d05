package org.portcullis.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.portcullis.testing.Given;

/** Leads one window past every page of the portal, in every form that it takes, and has each looked at. */
final class Tour {

    private static final List<String> STATES = List.of("DRAFT", "PROCESSING", "CONTACTING_CARRIER", "TRANSFER_APPROVED",
            "TRANSFER_PENDING", "ACTION_REQUIRED", "PARTIALLY_COMPLETED", "COMPLETED", "CANCELLED");
    private static final String PIN_PANEL = "/port-orders/pin";
    /** Nothing in it lets a line break. */
    private static final String LONG_WORD = "Headquarters".repeat(6);

    private static final AtomicInteger TOURS = new AtomicInteger();

    private final Window window;
    private final Function<Window, List<String>> look;
    private final List<String> found = new ArrayList<>();
    private final Given.Organization organization = Given.organization("Cascade Freight").saved();
    /** The list beside its PIN panel is short, and so is the time that it takes to look at that. */
    private final Given.Organization small = Given.organization("Tacoma Harbour").saved();

    /** Numbers are unique in the whole database, and each tour has its own. */
    private final String firstNumber = "+120655" + (90_000 + 10 * TOURS.incrementAndGet());
    private final Given.Organization numbered = Given.organization(LONG_WORD).withBtn(firstNumber).withNumber(firstNumber).saved();

    private Tour(Window window, Function<Window, List<String>> look) {
        this.window = window;
        this.look = look;
    }

    /** @return what was found, each with its page */
    static List<String> through(Window window, Function<Window, List<String>> look) {
        var tour = new Tour(window, look);
        tour.asAStranger();
        tour.asANewcomer();
        tour.asAnAdmin();
        tour.atThePinPanel();
        tour.atTheAccount();
        tour.asSomebodyWhoMayNot();
        tour.asTheDesk();
        return tour.found;
    }

    private void at(String place) {
        look.apply(window).forEach(problem -> found.add(place + ": " + problem));
    }

    private void at(String place, String path) {
        window.go(path);
        at(place);
    }

    private void become(Given.Person person, String path) {
        window.forgetWhoIsSignedIn();
        window.go(path);
        window.signIn(person);
    }

    private void asAStranger() {
        at("sign-in", "/sign-in");
        window.press(window.personMenu());
        at("sign-in, menu open");
        window.go("/sign-in");
        window.type(Words.USERNAME, "nobody@example.com");
        window.send(Words.SIGN_IN);
        at("sign-in without a password");
        window.type(Words.PASSWORD, LONG_WORD);
        window.send(Words.SIGN_IN);
        at("sign-in refused");
        at("help of a stranger", "/help/port-out-pin");
        at("404 of a stranger", "/help/nothing");
    }

    private void asANewcomer() {
        become(Given.organization("Nothing yet").saved().admin(), "/port-orders");
        at("port orders, none");
        at("PIN panel, no orders", PIN_PANEL);
    }

    private void asAnAdmin() {
        var orders = STATES.stream().map(this::order).toList();
        // More than one page of them.
        IntStream.rangeClosed(1, 20).forEach(i -> organization.order("Branch " + i).out().saved());
        become(organization.admin(), "/port-orders?state=all");
        at("port orders");
        window.press(window.personMenu());
        at("port orders, menu open");
        at("port orders found", "/port-orders?q=Headquarters");
        at("port orders not found", "/port-orders?q=" + LONG_WORD + LONG_WORD.charAt(0));
        for (int i = 0; i < orders.size(); i++) {
            at("order " + STATES.get(i), "/port-orders/" + orders.get(i));
        }
        at("certificate", "/port-orders/certificate");
        at("404", "/nothing");
    }

    private String order(String state) {
        var order = organization.order(state.equals("DRAFT") ? LONG_WORD : "Office " + state.charAt(0)).in(state);
        IntStream.range(0, state.equals("DRAFT") ? 15 : 2).forEach(i -> order.withNumber("+120655501" + (10 + i)));
        return state.equals("ACTION_REQUIRED") ? order.rejectedFor("ACCOUNT_NUMBER_MISMATCH", "LOA_INVALID").saved() : order.saved();
    }

    private void atThePinPanel() {
        small.order("Harbour office").saved();
        become(small.admin(), PIN_PANEL);
        at("PIN panel, none");
        save("12345");
        at("PIN panel, refused");
        window.send(Words.GENERATE);
        at("PIN panel, generated");
        save("482913");
        at("PIN panel, saved");
        save("777777");
        window.shows(Words.WEAK);
        at("PIN panel, weak");
        save("");
        at("PIN panel, blanked");
        at("PIN panel, set", PIN_PANEL);
    }

    private void save(String pin) {
        window.type(Words.PIN, pin);
        window.send(Words.SAVE);
    }

    private void atTheAccount() {
        at("account", "/account");
        window.send(Words.SAVE);
        at("account, saved");
        window.page().locator("#name").fill("");
        window.send(Words.SAVE);
        at("account with errors");
        at("password", "/account/password");
        window.send(Words.SAVE);
        at("password with errors");
        at("help", "/help/port-out-pin");
    }

    private void asSomebodyWhoMayNot() {
        become(small.viewer(), PIN_PANEL);
        at("PIN panel of a viewer");
        become(Given.organization("Atelier Lumière").inFrance().saved().admin(), PIN_PANEL);
        at("PIN panel, not in the United States");
        at("certificate, not in the United States", "/port-orders/certificate");
    }

    private void asTheDesk() {
        become(Given.desk(), "/port-orders");
        at("organizations");
        at("organizations not found", "/port-orders?name=" + LONG_WORD);
        at("port orders of an organization", "/port-orders?organization=" + organization.id());
        at("certificate of an organization", "/port-orders/certificate?organization=" + numbered.id());
        at("403", PIN_PANEL);
    }
}
