package org.portcullis.account.keptform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.TestClock;
import org.portcullis.testing.Visitor;

/** A form sent after the end of its session: its values are kept, and it is not processed. */
@QuarkusTest
class LateFormTest extends PortalTest {

    private static final Duration ASLEEP = Duration.ofMinutes(31);
    private static final String WORDS = "Please keep the fax line.\nIt is <b>ours</b> & \"theirs\".";
    private static final String KEPT = "Your session ended. What you typed is kept; sign in to go on.";
    private static final String PIN = "/port-orders/pin";

    @Inject
    TestClock clock;

    @Inject
    KeptForms forms;

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);
    private final String pon = organization.order("Harbor").in("PROCESSING").withNumber("+12065550110").saved();
    private final String order = "/port-orders/" + pon;
    private final String comments = order + "/comments";

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    /** Opens a page, does nothing for half an hour, and sends its form. */
    private Page late(String page, String action, Map<String, String> fields) {
        var shown = visitor.get(page);
        assertEquals(200, shown.status(), page);
        clock.pass(ASLEEP);
        visitor.with("Referer", Surroundings.portalUrl().replaceFirst("/$", "") + page);
        return shown.submit(action, fields);
    }

    private Page lateComment() {
        return late(order, comments, Map.of("words", WORDS));
    }

    /** Signs in on the page to which such a form redirects, and follows to the page of the form. */
    private Page signIn(Page late, Fixtures.Person person) {
        return followed(
                late.follow().submit("/sign-in", Map.of("username", person.email(), "password", Fixtures.PASSWORD)));
    }

    private static Page followed(Page page) {
        var last = page;
        for (int i = 0; i < 10 && last.redirect() != null; i++) {
            last = last.follow();
        }
        return last;
    }

    private List<Map<String, String>> kept() {
        return Row.select("select * from kept_form where user_id = ?", admin.id());
    }

    private List<KeptForms.Kept> read() {
        return kept().stream().map(row -> forms.find(admin.id(), UUID.fromString(row.get("id"))).orElseThrow())
                .toList();
    }

    private int comments() {
        return Fixtures.rowsOf(pon, "port_order_comment").size();
    }

    @Test
    void leadsToSigningInAndBackToTheOrderWithTheCommentInItsBox() {
        var late = lateComment();
        assertTrue(late.redirect().startsWith("/sign-in?to=%2Fkept-forms%2F"), late.redirect());
        assertEquals(0, comments(), "nothing is done");
        var back = signIn(late, admin);
        assertEquals(200, back.status());
        assertEquals("Harbor", back.heading());
        assertEquals(WORDS, back.field("Your comment").wholeText());
        assertTrue(back.text().contains("Your session ended before this was sent"), back.text());
        assertEquals(visitor.get(order).document().select("details[open]").size(),
                back.document().select("details[open]").size());
        assertEquals("#words", back.document().select("main [role=alert] a").attr("href"));
        assertEquals(0, comments(), "and nothing by coming back either");
        assertEquals(303, back.submit(comments, Map.of()).status());
        assertEquals(1, comments());
        assertEquals(List.of(), kept(), "what was sent is kept no longer");
    }

    @Test
    void saysOnTheSignInPageThatItIsKept() {
        assertTrue(lateComment().follow().text().contains(KEPT));
        var french = Visitor.inFrench().signedInAs(admin);
        var page = french.get(order);
        clock.pass(ASLEEP);
        var late = page.submit(comments, Map.of("words", "Merci"));
        var asked = late.follow();
        assertTrue(
                asked.text().contains(
                        "Votre session a pris fin. Votre saisie est conservée ; connectez-vous pour continuer."),
                asked.text());
        var back = followed(asked.submit("/sign-in", Map.of("username", admin.email(), "password", Fixtures.PASSWORD)));
        assertEquals("Merci", back.field("Votre commentaire").wholeText());
        assertTrue(back.text().contains("Votre session a pris fin avant l'envoi"));
    }

    @Test
    void findsTheOrderAlsoWithoutTheAddressOfThePage() {
        var page = visitor.get(order);
        clock.pass(ASLEEP);
        var back = signIn(page.submit(comments, Map.of("words", WORDS)), admin);
        assertEquals("Harbor", back.heading());
        assertEquals(WORDS, back.field("Your comment").wholeText());
    }

    @Test
    void findsTheOrderFromThePageOfARefusedComment() {
        var refused = visitor.get(order).submit(comments, Map.of("words", ""));
        assertEquals(400, refused.status());
        clock.pass(ASLEEP);
        visitor.with("Referer", Surroundings.portalUrl() + comments);
        assertEquals(WORDS,
                signIn(refused.submit(comments, Map.of("words", WORDS)), admin).field("Your comment").wholeText());
        assertEquals(order + "#comments", visitor.get(comments).redirect());
    }

    @Test
    void comesAfterTheAbsoluteEndTheSameWay() {
        for (int i = 0; i < 35; i++) {
            clock.pass(Duration.ofMinutes(20));
            visitor.get("/port-orders");
        }
        var page = visitor.get(order);
        clock.pass(Duration.ofMinutes(25));
        assertEquals(WORDS,
                signIn(page.submit(comments, Map.of("words", WORDS)), admin).field("Your comment").wholeText());
    }

    @Test
    void isRecognizedAfterALongWeekend() {
        var page = visitor.get(order);
        clock.pass(Duration.ofDays(4));
        assertEquals(WORDS,
                signIn(page.submit(comments, Map.of("words", WORDS)), admin).field("Your comment").wholeText());
    }

    @Test
    void showsNothingToAnotherPersonAndTellsThemNothing() {
        var late = lateComment();
        var other = organization.admin();
        var answer = late.follow().submit("/sign-in", Map.of("username", other.email(), "password", Fixtures.PASSWORD));
        var address = answer.redirect();
        assertEquals("/", answer.follow().redirect(), "as for a form that never was");
        var id = address.substring(address.lastIndexOf('/') + 1);
        var page = visitor.get(order + "?kept-form=" + id + ".0");
        assertEquals("", page.field("Your comment").wholeText());
        assertFalse(page.source().contains("fax line"));
        assertFalse(page.text().contains("before this was sent"));
        assertEquals("/", visitor.get("/kept-forms/" + UUID.randomUUID()).redirect());
        assertEquals(1, kept().size(), "it waits for its own person");
        var own = Visitor.inEnglish().signedInAs(admin);
        assertEquals(WORDS, followed(own.get(address)).field("Your comment").wholeText());
    }

    @Test
    void isGoneAfterHalfAnHourWhichItsPersonIsTold() {
        var late = lateComment();
        clock.pass(Duration.ofMinutes(30));
        var back = signIn(late, admin);
        assertEquals("Harbor", back.heading());
        assertEquals("", back.field("Your comment").wholeText());
        assertTrue(back.text().contains("What you typed is no longer kept"), back.text());
        assertTrue(kept().get(0).get("content") != null);
        forms.forgetOld();
        assertEquals(null, kept().get(0).get("content"), "and is really gone");
        clock.pass(Duration.ofHours(24));
        forms.forgetOld();
        assertEquals(List.of(), kept());
    }

    @Test
    void isKeptUntilHalfAnHourHasPassed() {
        var late = lateComment();
        clock.pass(Duration.ofMinutes(29));
        forms.forgetOld();
        assertEquals(WORDS, signIn(late, admin).field("Your comment").wholeText());
    }

    @Test
    void mayBeSentTwiceAndIsPostedOnce() {
        var page = visitor.get(order);
        clock.pass(ASLEEP);
        page.submit(comments, Map.of("words", WORDS));
        var late = page.submit(comments, Map.of("words", WORDS));
        assertEquals(2, kept().size());
        var back = signIn(late, admin);
        var address = late.redirect().replaceFirst(".*to=", "").replace("%2F", "/");
        assertEquals(303, back.submit(comments, Map.of()).status());
        back.submit(comments, Map.of());
        assertEquals(1, comments(), "the form has the id that it had");
        assertEquals("/", visitor.get(address).redirect(), "used up");
    }

    @Test
    void staysWhileItIsShownAgainInAnotherLanguage() {
        var back = signIn(lateComment(), admin);
        var french = followed(back.submit("/language", Map.of("language", "fr-FR")));
        assertEquals(WORDS, french.field("Votre commentaire").wholeText());
    }

    @Test
    void mayComeTooLateASecondTime() {
        var back = signIn(lateComment(), admin);
        clock.pass(ASLEEP);
        var late = back.submit(comments, Map.of("words", "A better sentence"));
        assertEquals(1, kept().size(), "in the place of the first");
        assertEquals("A better sentence", signIn(late, admin).field("Your comment").wholeText());
    }

    @Test
    void isKeptEncrypted() {
        lateComment();
        var row = kept().get(0);
        for (var column : List.of("content", "origin")) {
            assertFalse(row.get(column).contains("fax") || row.get(column).contains("port-orders"), column);
        }
        var form = read().get(0);
        assertEquals(WORDS, form.sent().fields().get("words"));
        assertEquals(comments, form.origin().address());
        assertEquals(order, form.origin().page());
        assertEquals(Set.of("id", "words"), form.sent().fields().keySet(), "the token of the form is no field of it");
    }

    @Test
    void canNotBePassedOnInTheDatabase() {
        var late = lateComment();
        var other = organization.admin();
        Row.update("update kept_form set user_id = ? where user_id = ?", other.id(), admin.id());
        var answer = late.follow().submit("/sign-in", Map.of("username", other.email(), "password", Fixtures.PASSWORD));
        assertEquals("/", answer.follow().redirect());
    }

    @ParameterizedTest
    @ValueSource(strings = {"made up", "signed out", "closed", "other password"})
    void isNotKeptForABrowserThatHasNoSessionWhichEndedByTime(String why) {
        var page = visitor.get(order);
        var token = visitor.cookie("portcullis-session");
        var sender = switch (why) {
            case "made up" -> Visitor.inEnglish().with("Cookie", "portcullis-session=" + "A".repeat(43));
            case "signed out" -> {
                page.submit("/sign-out", Map.of());
                yield Visitor.inEnglish().with("Cookie", "portcullis-session=" + token);
            }
            case "closed" -> {
                admin.deactivated();
                yield Visitor.inEnglish().with("Cookie", "portcullis-session=" + token);
            }
            default -> {
                Visitor.inEnglish().signedInAs(admin).get("/account/password").submit("/account/password",
                        Map.of("current", Fixtures.PASSWORD, "password", "harbor lights at noon 7"));
                yield Visitor.inEnglish().with("Cookie", "portcullis-session=" + token);
            }
        };
        clock.pass(ASLEEP);
        var answer = sender.post(comments, Map.of("words", WORDS, "id", UUID.randomUUID().toString()));
        assertEquals("/sign-in?to=" + comments.replace("/", "%2F"), answer.redirect());
        assertTrue(answer.headers("set-cookie").stream().anyMatch(cookie -> cookie.contains("NOT_SAVED")));
        assertEquals(List.of(), kept());
        assertEquals(0, comments());
    }

    @Test
    void saysWhereNothingIsKept() {
        var answer = Visitor.inEnglish().post(comments, Map.of("words", WORDS));
        assertEquals(303, answer.status());
        assertTrue(answer.follow().text().contains("What you sent was not saved."));
    }

    @Test
    void opensNothingWithTheEndedSession() {
        visitor.get(order);
        clock.pass(ASLEEP);
        assertEquals(303, visitor.get(order).status());
        assertEquals(303, visitor.post("/kept-forms/late", Map.of("words", WORDS)).status());
        var own = Visitor.inEnglish().signedInAs(admin);
        var token = own.get(order).document().selectFirst("input[name=csrf-token]").attr("value");
        assertEquals(404, own.post("/kept-forms/late", Map.of("csrf-token", token)).status());
    }

    @Test
    void isNotKeptFromAnotherSite() {
        var page = visitor.get(order);
        clock.pass(ASLEEP);
        visitor.with("Sec-Fetch-Site", "cross-site");
        assertEquals(403, page.submit(comments, Map.of("words", WORDS)).status());
        visitor.with("Sec-Fetch-Site", "same-site");
        assertEquals(403, page.submit(comments, Map.of("words", WORDS)).status());
        assertEquals(List.of(), kept());
    }

    @Test
    void neitherLosesNorTakesAFormWhoseTokenNoLongerCounts() {
        var page = visitor.get(order);
        var refused = page.submit(comments, Map.of("words", WORDS, "csrf-token", "A".repeat(22)));
        assertEquals(303, refused.status());
        assertEquals(0, comments());
        var back = followed(refused);
        assertEquals(WORDS, back.field("Your comment").wholeText());
        assertTrue(back.text().contains("This page was open for too long"));
        back.submit(comments, Map.of());
        assertEquals(1, comments());
        visitor.with("Sec-Fetch-Site", "cross-site");
        assertEquals(403, page.submit(comments, Map.of("words", WORDS, "csrf-token", "A".repeat(22))).status());
        visitor.with("Sec-Fetch-Site", "same-origin");
        clock.pass(ASLEEP);
        var late = page.submit(comments, Map.of("words", WORDS, "csrf-token", "A".repeat(22)));
        assertEquals(WORDS, signIn(late, admin).field("Your comment").wholeText());
        assertEquals(1, comments());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "%%%"})
    void keepsNothingThatNeverCameFromAPage(String token) {
        assertEquals(400, visitor.get(order).submit(comments, Map.of("words", WORDS, "csrf-token", token)).status());
        assertEquals(400, Visitor.inEnglish().post("/sign-in", Map.of("csrf-token", token)).status());
        assertEquals(List.of(), kept());
    }

    @Test
    void signsInAgainWithATokenThatNoLongerCounts() {
        var late = lateComment();
        var refused = late.follow().submit("/sign-in",
                Map.of("username", admin.email(), "password", Fixtures.PASSWORD, "csrf-token", "A".repeat(22)));
        assertEquals(late.redirect(), refused.redirect(), "and the way to the form is not lost");
        var asked = refused.follow();
        assertTrue(asked.text().contains("This page was open for too long. Sign in again."));
        assertEquals(WORDS,
                followed(asked.submit("/sign-in", Map.of("username", admin.email(), "password", Fixtures.PASSWORD)))
                        .field("Your comment").wholeText());
    }

    @Test
    void neverKeepsThePinOfThePanel() {
        var back = signIn(late(PIN, PIN, Map.of("pin", "482913")), admin);
        assertEquals("Set or change your port out PIN", back.heading());
        assertEquals("", back.field("Port out PIN").attr("value"));
        assertTrue(back.text().contains("Passwords and PINs are never kept. Type them again."), back.text());
        assertFalse(back.source().contains("482913"));
        assertFalse(read().toString().contains("482913"));
        assertEquals(List.of(), organization.pinRows());
        assertEquals(303, back.submit(PIN, Map.of("pin", "482913")).status());
        assertEquals(1, organization.pinRows().size());
    }

    @Test
    void neverKeepsATransferPinAndKeepsTheRestOfItsStep() {
        var draft = "/port-orders/" + organization.order("Draft").in("DRAFT").saved() + "/draft/carrier";
        var back = signIn(late(draft, draft,
                Map.of("otherCarrier", "Columbia Fiber", "accountNumber", "77-1", "transferPin", "K7-4419",
                        "city", "Tacoma")),
                admin);
        assertEquals("Columbia Fiber", back.document().getElementById("otherCarrier").val());
        assertEquals("Tacoma", back.document().getElementById("city").val());
        assertEquals("", back.document().getElementById("transferPin").attr("value"));
        assertTrue(back.text().contains("Passwords and PINs are never kept."));
        assertFalse(back.source().contains("K7-4419") || read().toString().contains("K7-4419"));
        followed(back.submit(draft, Map.of("go", "next")));
        assertEquals("Columbia Fiber", visitor.get(draft).document().getElementById("otherCarrier").val());
    }

    @Test
    void neverKeepsAPassword() {
        var form = "/account/password";
        var back = signIn(late(form, form, Map.of("current", Fixtures.PASSWORD, "password", "harbor lights at noon 7")),
                admin);
        assertEquals(200, back.status());
        assertTrue(back.document().select("main input[type=password]").eachAttr("value").stream()
                .allMatch(String::isEmpty));
        assertFalse(back.source().contains("harbor lights") || read().toString().contains("harbor lights"));
        assertTrue(back.text().contains("Type them again."));
    }

    @Test
    void namesTheFilesThatHaveToBeChosenAgain() {
        var draft = "/port-orders/" + organization.order("Draft").in("DRAFT").saved() + "/draft/numbers";
        var page = visitor.get(draft);
        clock.pass(ASLEEP);
        var back = signIn(page.submit(draft, Map.of("text", "+1 206 555 0100-0149"), "PhoneNumber\n+12065550160\n"),
                admin);
        assertEquals("+1 206 555 0100-0149", back.document().getElementById("text").wholeText());
        assertTrue(back.text().contains("Files are not kept. Choose them again: numbers.csv"), back.text());
    }

    @Test
    void keepsTheLongestListOfNumbers() {
        var draft = "/port-orders/" + organization.order("Draft").in("DRAFT").saved() + "/draft/numbers";
        var random = new Random(7);
        var text = IntStream.range(0, 20_000).mapToObj(i -> "+1206" + (2_000_000 + random.nextInt(7_999_999)))
                .collect(Collectors.joining("\n"));
        var page = visitor.get(draft);
        clock.pass(ASLEEP);
        assertEquals(text,
                signIn(page.submit(draft, Map.of("text", text)), admin).document().getElementById("text").wholeText());
    }

    @Test
    void saysOfTooMuchThatItIsNotKept() {
        var draft = "/port-orders/" + organization.order("Draft").in("DRAFT").saved() + "/draft/numbers";
        var random = new Random(7);
        var text = random.ints(500_000, 33, 126)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        var page = visitor.get(draft);
        clock.pass(ASLEEP);
        var late = page.submit(draft, Map.of("text", text));
        assertTrue(late.follow().text().contains("too long to be kept"), late.redirect());
        assertEquals(List.of(), kept());
        assertEquals(200, signIn(late, admin).status());
    }

    @Test
    void keepsAPersonsNewestFormsOnly() {
        var page = visitor.get(order);
        clock.pass(ASLEEP);
        for (int i = 0; i < 23; i++) {
            clock.pass(Duration.ofSeconds(1));
            page.submit(comments, Map.of("words", "Number " + i));
        }
        assertEquals(20, kept().size());
        assertEquals(Stream.iterate(3, i -> i + 1).limit(20).map(i -> "Number " + i).collect(Collectors.toSet()),
                read().stream().map(form -> form.sent().fields().get("words")).collect(Collectors.toSet()));
    }

    @Test
    void leavesAnOrderThatChangedMeanwhileToTheFormsOwnCheck() {
        var form = order + "/change/cancellation";
        var late = late(form, form, Map.of("text", "Not needed"));
        Row.update("update port_order set version = version + 1 where pon = ?", pon);
        var back = signIn(late, admin);
        assertEquals("Not needed", back.document().getElementById("text").wholeText());
        var answer = back.submit(form, Map.of());
        assertEquals(409, answer.status());
        assertEquals("Not needed", answer.document().getElementById("text").wholeText());
        assertEquals(1, kept().size(), "until it was taken");
    }

    @Test
    void showsWhatWasTypedWhereNoPageHasTheFormAnyMore() {
        var draft = organization.order("Draft").in("DRAFT").saved();
        var step = "/port-orders/" + draft + "/draft/dates";
        var late = late(step, step, Map.of("noticeAddresses", "one@example.com\ntwo@example.com", "go", "next"));
        Row.update("update port_order set state = 'PROCESSING', version = version + 1 where pon = ?", draft);
        var back = signIn(late, admin);
        assertEquals(200, back.status());
        assertEquals("What you typed", back.heading());
        assertTrue(back.text().contains("Addresses for notices one@example.com two@example.com"), back.text());
        var answer = back.press("Send again", Map.of());
        assertEquals(409, answer.status(), "the form's own answer to an order that was sent meanwhile");
        assertTrue(answer.text().contains("two@example.com"));
    }

    @ParameterizedTest
    @CsvSource({"/port-orders?q=a, /port-orders?q=a", "/port-orders?kept-form=1.0&q=a, /port-orders?q=a",
        "/x?q=a&kept-form=1.0, /x?q=a",
        "/x?kept-form=1.0, /x"})
    void takesItsOwnParameterOutOfAddresses(String address, String bare) {
        assertEquals(bare, KeptFormResource.withoutParameter(address));
    }

    @Test
    void putsItsParameterBeforeAFragment() {
        var id = UUID.randomUUID();
        assertEquals("/x?kept-form=" + id + ".2#y", KeptFormResource.with("/x#y", id, 2));
        assertEquals("/x?a=b&kept-form=" + id + ".0", KeptFormResource.with("/x?a=b", id, 0));
    }

    @Test
    void saysOfAButtonThatItHasToBePressedAgain() {
        var late = late("/port-orders/locks", "/port-orders/locks", new HashMap<>());
        var back = signIn(late, admin);
        assertTrue(back.text().contains("To go on, send the form again."), back.text());
        assertFalse(back.text().contains("All numbers are locked."));
        assertTrue(back.press("Lock all numbers", Map.of()).follow().text().contains("All numbers are locked."));
        assertEquals(List.of(), kept());
    }
}
