package org.portcullis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portcullis.browser.Language.ENGLISH;
import static org.portcullis.browser.Language.FRENCH;
import static org.portcullis.testing.Page.folded;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;

/** The way of an order from draft to completed, between its admin and the porting desk, in real browsers. */
@OnPackagedPortal
class OrderWayIT {

    private static final ZoneId SEATTLE = ZoneId.of("America/Los_Angeles");
    private static final List<Words> WHOLE_WAY = List.of(Words.DRAFT, Words.PROCESSING, Words.CONTACTING_CARRIER,
            Words.ACTION_REQUIRED, Words.PROCESSING, Words.CONTACTING_CARRIER, Words.TRANSFER_APPROVED,
            Words.TRANSFER_PENDING,
            Words.PARTIALLY_COMPLETED, Words.COMPLETED);

    private static Browser browser;

    /** Of the numbers. These stay with us once they have moved, so that each way has its own. */
    private String areaCode;
    private final Fixtures.Person admin = Fixtures.organization("Cascade Freight").saved().admin();

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void leadsFromDraftToCompletedInFrenchByKeyboardAlone() {
        goTheWholeWay(FRENCH, "253", browser.wish(FRENCH).open().handledBy(Hands.KEYBOARD),
                browser.wish(FRENCH).open().handledBy(Hands.KEYBOARD));
    }

    @Test
    void leadsFromDraftToCompletedWithoutScripts() {
        goTheWholeWay(ENGLISH, "360", browser.wish(ENGLISH).withoutScripts().open(),
                browser.wish(ENGLISH).withoutScripts().open());
    }

    @Test
    void leadsFromDraftToCompletedOnATelephone() {
        goTheWholeWay(ENGLISH, "509", browser.wish(ENGLISH).wide(390).open(), browser.wish(ENGLISH).wide(390).open());
    }

    private void goTheWholeWay(Language language, String itsAreaCode, Window adminsWindow, Window desksWindow) {
        areaCode = itsAreaCode;
        admin.prefers(language.tag(), SEATTLE.getId());
        try (var atAdmin = adminsWindow; var atDesk = desksWindow) {
            begin(atAdmin);
            resume(atAdmin);
            var place = send(atAdmin);
            atDesk.go(place);
            atDesk.signIn(Fixtures.desk().prefers(language.tag(), SEATTLE.getId()));
            passOn(atDesk);
            reject(atDesk);
            assertTrue(Mails.to(admin.email(), 3).stream().anyMatch(mail -> folded(mail.text())
                    .contains(Words.ACCOUNT_NUMBER_MISMATCH.in(language))));
            atAdmin.go(place);
            correct(atAdmin);
            atDesk.go(place);
            passOn(atDesk);
            confirm(atDesk);
            atDesk.comesTo(Words.TRANSFER_PENDING);
            complete(atDesk);
            atAdmin.go(place);
            assertEquals(WHOLE_WAY.stream().map(words -> words.in(language)).toList(), history(atAdmin, language));
        }
    }

    private void begin(Window window) {
        window.go("/port-orders/new");
        window.signIn(admin);
        window.isTitled(Words.NEW_ORDER);
        window.type(Words.ORDER_NAME, "Harbour office");
        window.tick(Words.PORT_IN);
        window.send(Words.SAVE_AND_CONTINUE);
        window.type(Words.NUMBERS,
                "%1$s 555 0100-0149\n(%1$s) 555-0177; %1$s 555 01, 800-555-0123".formatted(areaCode));
        window.send(Words.ADD_TO_ORDER);
        window.shows(Words.TOO_SHORT);
        window.shows(Words.TOLL_FREE);
    }

    /** Leaves the draft and finds it again, with the good numbers. */
    private void resume(Window window) {
        window.go("/port-orders");
        window.follow("Harbour office");
        window.follow(Words.CONTINUE_DRAFT);
        window.shows("+1 " + areaCode + "-555-0100–0149");
        window.shows("+1 " + areaCode + "-555-0177");
        window.send(Words.CARRIER_STEP);
    }

    /** @return the order's address */
    private String send(Window window) {
        window.type(Words.LOSING_CARRIER, "Columbia Fiber");
        window.type(Words.ACCOUNT_NUMBER, "88-2041");
        window.type(Words.BTN, areaCode + " 555 0100");
        window.send(Words.SAVE_AND_CONTINUE);
        window.type(Words.REQUESTED_DATE, wishedDay().toString());
        window.send(Words.SAVE_AND_CONTINUE);
        sign(window);
        window.send(Words.SAVE_AND_CONTINUE);
        window.send(Words.SEND_ORDER);
        window.shows(Words.SUBMITTED);
        window.isIn(Words.PROCESSING);
        return window.page().url().replaceFirst("^https?://[^/]+", "");
    }

    /** @return a business day: no holiday of the United States is on a Wednesday between the 12th and the 18th */
    private static LocalDate wishedDay() {
        var day = LocalDate.now(SEATTLE).plusWeeks(8).withDayOfMonth(12);
        return day.plusDays(Math.floorMod(3 - day.getDayOfWeek().getValue(), 7));
    }

    private static void sign(Window window) {
        window.send(Words.READ_AND_SIGN);
        window.shows("88-204");
        window.type(Words.SIGNATURE, "The admin");
        window.send(Words.SIGN);
    }

    private static void passOn(Window window) {
        window.follow(Words.SEND_STEP);
        window.send(Words.NOTE_AS_SENT);
        window.isIn(Words.CONTACTING_CARRIER);
    }

    private static void reject(Window window) {
        window.follow(Words.REJECT_STEP);
        window.tick(Words.ACCOUNT_NUMBER_MISMATCH);
        window.tick(Words.ADDRESS_MISMATCH);
        window.send(Words.NOTE_REJECTION);
        window.isIn(Words.ACTION_REQUIRED);
    }

    private static void correct(Window window) {
        window.shows(Words.ACCOUNT_NUMBER_MISMATCH);
        window.shows(Words.ADDRESS_MISMATCH);
        window.follow(Words.CORRECT);
        window.type(Words.ACCOUNT_NUMBER, "88-2042");
        window.type(Words.ZIP, "98104");
        window.send(Words.COMPARE);
        assertEquals("88-2041", window.page().locator("td del").first().innerText());
        assertEquals("88-2042", window.page().locator("td ins").first().innerText());
        window.follow(Words.LETTER_VOID);
        sign(window);
        window.send(Words.BACK_TO_CORRECTION);
        window.send(Words.COMPARE);
        window.send(Words.SEND_AGAIN);
        window.shows(Words.RESUBMITTED);
    }

    /** Within the 24 hours before which an order becomes pending by itself. */
    private static void confirm(Window window) {
        var confirmed = ZonedDateTime.now(SEATTLE).plusHours(12).truncatedTo(ChronoUnit.MINUTES);
        window.follow(Words.CONFIRM_STEP);
        window.type(Words.FOC_DATE, confirmed.toLocalDate().toString());
        window.type(Words.TIME, confirmed.toLocalTime().toString());
        window.send(Words.NOTE_DATE);
    }

    /** One number lags behind. */
    private void complete(Window window) {
        window.follow(Words.NUMBERS_STEP);
        window.type(Words.OR_LIST, areaCode + " 555 0100-0149");
        window.send(Words.MARK_MOVED);
        window.follow(Words.NUMBERS_STEP);
        window.type(Words.OR_LIST, areaCode + " 555 0177");
        window.send(Words.MARK_NOT_MOVED);
        window.follow(Words.PARTIAL_STEP);
        window.send(Words.COMPLETE_PARTIALLY);
        window.isIn(Words.PARTIALLY_COMPLETED);
        window.follow(Words.COMPLETE_STEP);
        window.send(Words.COMPLETE);
        window.isIn(Words.COMPLETED);
    }

    private static List<String> history(Window window, Language language) {
        var here = language == ENGLISH ? " now" : " maintenant";
        return window.page().locator(".timeline-state").allInnerTexts().stream()
                .map(state -> folded(state).strip().replaceFirst(here + "$", "")).toList();
    }
}
