package org.portcullis.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;

/** Opens every page of the portal, in each of its variants, in one window, and passes each to a check. */
final class Tour {

    private static final List<String> STATES = List.of("DRAFT", "PROCESSING", "CONTACTING_CARRIER", "TRANSFER_APPROVED",
            "TRANSFER_PENDING", "ACTION_REQUIRED", "PARTIALLY_COMPLETED", "COMPLETED", "CANCELLED");
    private static final String LOCKS = "/port-orders/locks";
    private static final String PIN_PANEL = "/port-orders/pin";
    /** Nothing in it lets a line break. */
    static final String LONG_WORD = "Headquarters".repeat(6);

    private static final Pattern LINK = Pattern.compile("/password/\\S+");
    private static final AtomicInteger TOURS = new AtomicInteger();

    private final Window window;
    private final Function<Window, List<String>> look;
    private final List<String> found = new ArrayList<>();
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    /** The list beside its PIN panel is short, and so is the time that it takes to look at that. */
    private final Fixtures.Organization small = Fixtures.organization("Tacoma Harbour").saved();

    /** Numbers are unique in the whole database, and each tour has its own. */
    private final String firstNumber = "+120655" + (90_000 + 10 * TOURS.incrementAndGet());
    private final Fixtures.Organization numbered = Fixtures.organization(LONG_WORD).withBtn(firstNumber)
            .withNumber(firstNumber).saved();

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
        tour.atTheLocks();
        tour.atTheAccount();
        tour.asSomebodyWhoMayNot();
        tour.asTheDesk();
        new OrderTour(tour, window).past();
        tour.atOrganizations();
        tour.atTelephoneNumbers();
        tour.atPeople();
        return tour.found;
    }

    void at(String place) {
        look.apply(window).forEach(problem -> found.add(place + ": " + problem));
    }

    void at(String place, String path) {
        window.go(path);
        at(place);
    }

    void become(Fixtures.Person person, String path) {
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
        become(Fixtures.organization("Nothing yet").saved().admin(), "/port-orders");
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
        at("port orders filtered",
                "/port-orders?state=action-required&direction=in&carrier=Columbia&from=2026-01-01&sort=name");
        at("port orders with wrong dates", "/port-orders?from=2026-06-02&to=2026-06-01");
        at("port orders found", "/port-orders?q=Headquarters");
        at("port orders not found", "/port-orders?q=" + LONG_WORD + LONG_WORD.charAt(0));
        for (int i = 0; i < orders.size(); i++) {
            at("order " + STATES.get(i), "/port-orders/" + orders.get(i));
        }
        at("certificate", "/port-orders/certificate");
        at("locks, none", LOCKS);
        at("404", "/nothing");
    }

    private String order(String state) {
        var order = organization.order(state.equals("DRAFT") ? LONG_WORD : "Office " + state.charAt(0)).in(state);
        IntStream.range(0, state.equals("DRAFT") ? 15 : 2).forEach(i -> order.withNumber("+120655501" + (10 + i)));
        return state.equals("ACTION_REQUIRED") ? order.rejectedFor("ACCOUNT_NUMBER_MISMATCH", "LOA_INVALID").saved()
                : order.saved();
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
        at("PIN to be marked as compromised", PIN_PANEL + "/compromised");
    }

    private void atTheLocks() {
        become(numbered.admin(), LOCKS);
        window.page().locator("#text").fill(firstNumber + " 12345");
        pressIn("/locks/numbers");
        at("locks, one refused");
        pressIn("/locks");
        at("locks, all");
        pressIn("/locks/removal");
        at("locks to be taken off");
    }

    /** Presses the first button of the form with an address that ends so. */
    private void pressIn(String action) {
        window.arriveBy(() -> window.page().locator("main form[action$='" + action + "'] button").first().click());
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
        become(Fixtures.organization("Atelier Lumière").inFrance().saved().admin(), PIN_PANEL);
        at("PIN panel, not in the United States");
        at("certificate, not in the United States", "/port-orders/certificate");
    }

    private void asTheDesk() {
        become(Fixtures.desk(), "/desk");
        at("queue");
        at("queue filtered", "/desk?lane=rejected&assigned=nobody&organization=Cascade&direction=in");
        at("queue, nothing overdue", "/desk?lane=carrier&overdue=yes&organization=" + LONG_WORD);
        at("queue searched", "/desk?q=206-555-0110");
        at("queue, not found", "/desk?q=" + LONG_WORD);
        at("bulk", "/desk/bulk");
        at("bulk, sent to the carrier", "/desk/bulk?state=PROCESSING&step=send");
        at("bulk, rejected", "/desk/bulk?state=CONTACTING_CARRIER&step=reject");
        window.arriveBy(() -> window.page().locator("main form .btn-primary").click());
        at("bulk with errors");
        at("help on port orders", "/help/port-orders");
        at("organizations", "/port-orders");
        at("organizations not found", "/port-orders?name=" + LONG_WORD);
        at("port orders of an organization", "/port-orders?organization=" + organization.id());
        at("certificate of an organization", "/port-orders/certificate?organization=" + numbered.id());
        at("403", PIN_PANEL);
        at("outgoing mail", "/desk/mail?stage=sent");
        Fixtures.mail("Transfer date confirmed: " + LONG_WORD).to(LONG_WORD + "@example.com").saved();
        at("outgoing mail, waiting", "/desk/mail?stage=waiting");
        Fixtures.mail("Action required: " + LONG_WORD).to(LONG_WORD + "@example.com")
                .about(organization.order("Mailed").saved())
                .triedInVain(4, "550").givenUp().saved();
        at("outgoing mail, given up", "/desk/mail");
        at("audit trail", "/desk/trail");
        at("audit trail, filtered", "/desk/trail?kind=order&who=" + LONG_WORD);
        at("audit trail, wrong days", "/desk/trail?from=2026-06-02&to=2026-06-01");
    }

    private void atOrganizations() {
        var path = "/desk/organizations/" + organization.id();
        at("desk, organizations", "/desk/organizations?q=" + organization.name());
        at("desk, organizations not found", "/desk/organizations?q=" + LONG_WORD);
        at("desk, organization", path);
        at("desk, new organization", "/desk/organizations/new");
        window.send(Words.CREATE_ORGANIZATION);
        at("desk, new organization with errors");
        window.go(path + "/edit");
        window.page().locator("#street").fill(LONG_WORD);
        window.page().evaluate("document.querySelector('input[name=version]').value = '-1'");
        window.send(Words.SAVE);
        at("desk, organization changed meanwhile");
    }

    private void atTelephoneNumbers() {
        var path = "/desk/organizations/" + organization.id() + "/numbers";
        at("desk, no numbers", path);
        var work = organization.finishedWork();
        window.go(path + "/new");
        window.type(Words.NUMBERS, "206 555 01\n" + LONG_WORD.substring(0, 60));
        window.send(Words.ADD);
        at("desk, numbers refused");
        var number = "541" + ThreadLocalRandom.current().nextInt(2_120_000, 9_999_999);
        window.type(Words.NUMBERS, number);
        window.send(Words.ADD);
        at("desk, numbers added");
        at("desk, number to remove", path + "/1" + number + "/removal");
        at("desk, import", path + "/import");
        window.send(Words.IMPORT);
        at("desk, import with errors");
        at("desk, report", "/desk/jobs/" + work);
        at("desk, interrupted", "/desk/jobs/" + organization.interruptedWork());
    }

    private void atPeople() {
        at("desk, people of an organization", "/desk/organizations/" + organization.id() + "/people");
        at("desk, new person", "/desk/organizations/" + organization.id() + "/people/new");
        window.send(Words.CREATE_ACCOUNT);
        at("desk, new person with errors");
        at("desk, person", "/desk/people/" + organization.viewer().id());
        var closed = organization.viewer();
        closed.deactivated();
        at("desk, person deactivated", "/desk/people/" + closed.id());
        at("desk, its own people", "/desk/people");
        at("dead password link", "/password/nothing");
        atAPasswordLink();
    }

    private void atAPasswordLink() {
        var newcomer = organization.viewer();
        window.go("/desk/people/" + newcomer.id());
        pressIn("/password-link");
        var mail = LINK.matcher(Mails.to(newcomer.email(), 1).get(0).text());
        at("password link", mail.results().findFirst().orElseThrow().group());
        window.arriveBy(() -> window.page().locator("main form .btn-primary").click());
        at("password link with errors");
    }

    /** The pages that only the demo has. */
    static List<String> throughTheDemo(Window window, Function<Window, List<String>> look) {
        var found = new ArrayList<String>();
        window.go("/desk/mail?stage=sent");
        window.type(Words.USERNAME, "desk@portcullis.example");
        window.type(Words.PASSWORD, "portcullis-demo");
        window.send(Words.SIGN_IN);
        var letters = window.page().locator("main a[href^='/desk/mail/']");
        window.page().waitForCondition(() -> {
            window.go("/desk/mail?stage=sent");
            return letters.count() > 0;
        });
        look.apply(window).forEach(problem -> found.add("mail of the demo: " + problem));
        window.arriveBy(() -> letters.first().click());
        look.apply(window).forEach(problem -> found.add("letter of the demo: " + problem));
        return found;
    }
}
