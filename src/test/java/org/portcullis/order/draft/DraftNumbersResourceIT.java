package org.portcullis.order.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class DraftNumbersResourceIT extends PortalTest {

    private static final String MISSING = "Error: Enter at least one number, or choose a file.";
    private static final int LIGHT = 300_000;

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);
    private final Wizard draft = Wizard.started(visitor, "Harbor");

    /** @return the words of each row of a report */
    private static List<String> rows(Page page, String report) {
        return page.document().select("section[aria-labelledby=" + report + "] tbody tr").stream()
                .map(row -> Page.folded(row.text())).toList();
    }

    private static List<String> kept(Page page) {
        return page.document().select("section[aria-labelledby=numbers] tbody tr td:nth-child(2)").stream()
                .map(cell -> cell.text()).toList();
    }

    private Page upload(String file) {
        return draft.page("numbers").submit(draft.address("numbers"), Map.of("go", "add"), file);
    }

    @Test
    void keepsTheGoodAndListsTheBadWithTheirLines() {
        var typed = "425-200-0100\n425-200-01\nhello\n(425) 200-0101; +33 4 65 71 10 30\n1-800-555-1234, 425.200.0103";
        var page = draft.save("numbers", Map.of("text", typed), "add");
        assertEquals(400, page.status());
        assertTrue(page.title().startsWith("Error: "));
        var report = rows(page, "report");
        assertEquals(List.of("2", "3", "4", "5"), report.stream().map(row -> row.split(" ")[0]).toList());
        assertTrue(report.get(1).contains("hello Letters can't be read as a number."), report.toString());
        assertTrue(report.get(2).contains("+33 4 65 71 10 30 This number is not of your organization's country."),
                report.toString());
        assertTrue(report.get(3).contains("Toll-free numbers are not moved by a port order"), report.toString());
        assertTrue(page.text().contains("4 entries could not be taken"));
        assertTrue(page.text().contains("3 numbers were added."));
        assertEquals(List.of("+1 425-200-0100–0101", "+1 425-200-0103"), kept(page));
        assertEquals("425-200-01\nhello\n+33 4 65 71 10 30\n1-800-555-1234", page.field("Numbers").wholeText());
        assertEquals(303, page.submit(draft.address("numbers"), Map.of("text", "", "go", "next")).status());
        assertEquals("", draft.page("numbers").field("Numbers").wholeText());
    }

    @Test
    void goesOnWithoutWhatCouldNotBeTakenAndSaysSo() {
        var carrier = draft.addNumbers("425-200-0100\nhello\n01 45 67 89 10/1").follow();
        assertEquals("Carrier and account", carrier.heading());
        var message = carrier.document().select("[role=status]").eachText().toString();
        assertTrue(message.contains("2 entries were left out of the order."), message);
        var numbers = carrier.click("Check the numbers");
        assertEquals(200, numbers.status());
        assertFalse(numbers.title().startsWith("Error"));
        assertEquals("hello\n01 45 67 89 10/1", numbers.field("Numbers").wholeText());
        assertEquals(List.of("1", "2"), rows(numbers, "report").stream().map(row -> row.split(" ")[0]).toList());
        assertTrue(numbers.text().contains("What is in the field was left out of the order before."), numbers.text());
        assertTrue(draft.page("review").text()
                .contains("Some of what you entered as numbers was left out of this order."));
        assertTrue(numbers.submit(draft.address("numbers"), Map.of("go", "next")).follow().text()
                .contains("2 entries were left out of the order."));
        var french = Wizard.of(Visitor.inFrench().signedInAs(admin), draft.pon());
        assertTrue(french.addNumbers("hello").follow().text().contains("Une entrée a été laissée de côté."));
        assertTrue(french.page("numbers").text()
                .contains("Ce qui se trouve dans le champ a été laissé de côté précédemment."));
        draft.addNumbers("");
        assertFalse(draft.page("review").text().contains("was left out of this order"));
    }

    @Test
    void doesNotGoOnWithoutAnyNumber() {
        var page = draft.addNumbers("hello");
        assertEquals(400, page.status());
        assertEquals(List
                .of("1 hello Letters can't be read as a number. Write digits only; leave out names and extensions."),
                rows(page, "report"));
    }

    @Test
    void takesNewAreaCodesAndNamesThem() {
        var page = draft.save("numbers", Map.of("text", "457-555-0100-0101\n425-200-0100\n2535550212.0"), "add");
        assertEquals(200, page.status());
        assertTrue(page.text().contains(
                "Taken with a new or unknown area code, so check the digits: 457-555-0100-0101, 2 numbers, line 1"),
                page.text());
        assertTrue(page.text().contains("Taken without the decimals that a spreadsheet added: 2535550212.0, line 3"),
                page.text());
        assertEquals(List.of("+1 253-555-0212", "+1 425-200-0100", "+1 457-555-0100–0101 New or unknown area code"),
                kept(page));
        assertTrue(draft.addNumbers("924-555-0100").follow().text()
                .contains("Added with a new or unknown area code, so check the digits: 1 number"));
        var french = Wizard.of(Visitor.inFrench().signedInAs(admin), draft.pon());
        assertTrue(french.save("numbers", Map.of("text", "471 555 0100"), "add").text()
                .contains(
                        "Repris avec un indicatif régional nouveau ou inconnu, chiffres à vérifier : 471 555 0100, ligne 1"));
        assertTrue(kept(french.page("numbers")).contains("+1 471-555-0100 Indicatif régional nouveau ou inconnu"));
    }

    @Test
    void saysNothingOfTheAreaCodeOfANumberThatCannotMove() {
        organization.order("Pier 54").in("PROCESSING").withNumber("+14575550100").saved();
        var page = draft.save("numbers", Map.of("text", "457-555-0100"), "add");
        assertEquals(List.of("1 +1 457-555-0100 It is in another open order: Pier 54"), rows(page, "unportable"));
        assertFalse(page.text().contains("area code"), page.text());
    }

    @Test
    void keepsWhatOfAFileCouldNotBeTaken() {
        var carrier = draft.page("numbers").submit(draft.address("numbers"), Map.of("go", "next"),
                "Id,Name,PhoneNumber\n1,x,4252000102\n2,\"Front desk,4252000103\n3,y,4252000104\n4,z,1.20655E+10\n")
                .follow();
        assertTrue(carrier.text().contains("2 numbers were added."), carrier.text());
        assertTrue(carrier.text().contains("2 entries were left out of the order."), carrier.text());
        assertEquals("2|Front_desk|4252000103\n1.20655E+10", draft.page("numbers").field("Numbers").wholeText());
        var page = upload("Id,Name,PhoneNumber\n2,\"Front desk,4252000103\n3,y,4252000105\n");
        assertTrue(
                rows(page, "report").stream()
                        .anyMatch(row -> row.startsWith(
                                "2 (file) 2,\"Front desk,4252000103 A quotation mark is opened in this line")),
                page.text());
        assertTrue(page.text().contains("One number was added."));
        assertEquals(List.of("+1 425-200-0102", "+1 425-200-0104–0105"), kept(page));
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertTrue(rows(upload("Extension;Name\n12;x\n"), "report").get(0)
                .startsWith("1 Extension, Name No column of the file is known"));
        assertTrue(rows(upload("Numéro\n"), "report").get(0)
                .startsWith("1 Numéro The file has this header, and no number below it."));
        assertTrue(rows(upload("%PDF-1.7"), "report").get(0).contains("save it as CSV"));
        assertTrue(upload("TN,Phone\n4252000100,x\n").text()
                .contains("Not read, though this other column may hold numbers too: Phone, line 1"));
        var french = Wizard.of(Visitor.inFrench().signedInAs(admin), draft.pon());
        var page = french.page("numbers").submit(draft.address("numbers"), Map.of("go", "next"), "%PDF-1.7");
        assertTrue(page.text().contains("enregistrez-le en CSV"), page.text());
    }

    @Test
    void takesTheLineEndsOfMailProgramsAndWordProcessors() {
        assertEquals(draft.address("carrier"),
                draft.addNumbers("425-200-0100\f425-200-0101\u000b425-200-0102\u0085425-200-0103").redirect());
        assertEquals(List.of("+1 425-200-0100–0103"), kept(draft.page("numbers")));
        assertEquals(400, draft.save("numbers", Map.of("text", "425-200-0104\u0000"), "add").status());
    }

    @Test
    void listsTheBadInFrench() {
        var french = Wizard.of(Visitor.inFrench().signedInAs(admin), draft.pon());
        var page = french.save("numbers", Map.of("text", "425-200-0100\n425-200-0100\nbonjour"), "add");
        assertTrue(page.title().startsWith("Erreur : "));
        assertTrue(page.text().contains("Une entrée n'a pas pu être reprise"));
        assertTrue(page.text().contains("Un numéro a été ajouté."));
        assertEquals(1, rows(page, "report").size());
        assertTrue(page.text().contains("En double dans la liste, comptés une seule fois. Lignes concernées : 2"),
                page.text());
    }

    @Test
    void takesARangeAndGoesOn() {
        var answer = draft.addNumbers("+1 425 200 0100-0149");
        assertEquals(draft.address("carrier"), answer.redirect());
        var page = draft.page("numbers");
        assertEquals(List.of("+1 425-200-0100–0149"), kept(page));
        assertEquals("", page.field("Numbers").wholeText());
        assertEquals("50", page.document().selectFirst("#numbers .count").text());
    }

    @Test
    void namesWhatIsThereTwiceWithoutCallingItAProblem() {
        var page = draft.save("numbers", Map.of("text", "425-200-0100\n425-200-0101\n4252000100"), "add");
        assertEquals(200, page.status());
        assertFalse(page.text().contains("There is a problem"));
        assertTrue(page.text().contains("2 numbers were added."));
        assertTrue(page.text().contains("More than once in the list, and counted once; lines 3"), page.text());
        assertEquals(List.of("+1 425-200-0100–0101"), kept(page));
        var again = draft.save("numbers", Map.of("text", "425-200-0100-0102"), "add");
        assertTrue(again.text().contains("One number was added."));
        assertTrue(again.text().contains("2 numbers are already in this order. +1 425-200-0100–0101"), again.text());
        assertFalse(again.title().startsWith("Error"));
    }

    @Test
    void saysHowManyWereAddedAndTakesTheWholeListAgain() {
        var carrier = draft.addNumbers("+1 425 200 0100-0124").follow();
        assertEquals("Carrier and account", carrier.heading());
        assertTrue(carrier.text().contains("25 numbers were added."));
        assertTrue(draft.addNumbers("+1 425 200 0100-0124").follow().text()
                .contains("25 numbers are already in this order."));
        assertTrue(draft.save("numbers", Map.of("text", "425-200-0199"), "add").follow().text()
                .contains("One number was added."));
        var french = Wizard.of(Visitor.inFrench().signedInAs(admin), draft.pon());
        assertTrue(french.save("numbers", Map.of("text", "425-200-0199"), "add").text()
                .contains("Ce numéro est déjà dans la commande."));
    }

    @Test
    void marksAndRemovesWhatCannotMoveAnyMore() {
        draft.addNumbers("425-200-0100-0105");
        organization.order("Pier 54").in("PROCESSING").withNumber("+14252000101").withNumber("+14252000102").saved();
        var page = draft.page("numbers");
        assertEquals(List.of("+1 425-200-0101–0102 2 It is in another open order: Pier 54"), rows(page, "stuck"));
        var refused = page.submit(draft.address("numbers"), Map.of("go", "next"));
        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("2 numbers in the order can't move with it"), refused.text());
        assertEquals(rows(page, "stuck"), rows(draft.page("review"), "stuck"));
        var removal = draft.address("numbers") + "/removal";
        assertEquals(draft.address("numbers"), refused.submit(removal, Map.of("stuck", "stuck")).redirect());
        assertEquals(List.of("+1 425-200-0100", "+1 425-200-0103–0105"), kept(draft.page("numbers")));
        assertEquals(List.of(), rows(draft.page("numbers"), "stuck"));
    }

    @Test
    void marksWhatCannotComeInAfterAllWhereItWasToLeave() {
        var own = Wizard.someNumber();
        var owner = Fixtures.organization("Cascade South").withNumber(own).saved().withPin(Instant.now(), "The admin");
        var leaving = Wizard.started(Visitor.inEnglish().signedInAs(owner.admin()), "Leaving", "OUT");
        leaving.addNumbers(own);
        leaving.save("direction", Map.of("direction", "IN"));
        assertTrue(rows(leaving.page("numbers"), "stuck").get(0)
                .endsWith("It is with us already, as your organization's number."));
    }

    @Test
    void goesBackOrToAnotherStepAndKeepsWhatIsNotGoodYet() {
        assertEquals(draft.address("direction"),
                draft.save("numbers", Map.of("text", "425-200-0100\nhello"), "back").redirect());
        assertEquals("hello", draft.page("numbers").field("Numbers").wholeText());
        assertEquals(List.of("+1 425-200-0100"), kept(draft.page("numbers")));
        assertEquals(draft.address("dates"),
                draft.save("numbers", Map.of("text", "hello again"), "step-dates").redirect());
        assertEquals("hello again", draft.page("numbers").field("Numbers").wholeText());
        assertEquals(303, draft.save("numbers", Map.of("text", "")).status());
        assertEquals("", draft.page("numbers").field("Numbers").wholeText());
        assertEquals(400, draft.page("numbers").forge(draft.address("numbers"), "step-made-up").status());
    }

    @Test
    void listsEachBadLineHoweverManyThereAre() {
        var bad = IntStream.range(0, 19_800).mapToObj(i -> i % 2 == 0 ? "12" : "hello")
                .collect(Collectors.joining("\n"));
        var page = draft.save("numbers", Map.of("text", "425-200-0100\n" + bad), "add");
        assertEquals(400, page.status());
        assertTrue(page.text().contains("19,800 entries could not be taken"));
        assertFalse(page.text().contains("not listed"));
        assertTrue(page.text().contains("19,800, ") || page.text().contains("19,800 "), "the last lines");
        assertTrue(page.text().contains("19,801"), "the last line");
        var alike = draft.save("numbers", Map.of("text", "hello\n".repeat(500).strip()), "add");
        assertEquals(List.of(
                "1–500 hello … hello Letters can't be read as a number. Write digits only; leave out names and extensions. 500 numbers"),
                rows(alike, "report"));
    }

    @Test
    void namesNumbersThatCannotComeSinceTheyAreHere() {
        var own = Wizard.someNumber();
        var others = Wizard.someNumber();
        var owner = Fixtures.organization("Cascade North").withNumber(own).saved();
        Fixtures.organization("Somebody else").withNumber(others).saved();
        var page = Wizard.started(Visitor.inEnglish().signedInAs(owner.admin()), "Harbor")
                .save("numbers", Map.of("text", own + ", " + others + ", 425-200-0100"), "add");
        assertEquals(400, page.status());
        var report = rows(page, "unportable");
        assertTrue(report.get(0).endsWith("It is with us already, as your organization's number."), report.toString());
        assertTrue(report.get(1).endsWith("It is with us already, for another customer. Ask the porting desk."),
                report.toString());
        assertEquals(List.of("+1 425-200-0100"), kept(page));
        assertFalse(page.text().contains("Somebody else"));
    }

    @Test
    void namesTheOpenOrderThatANumberIsIn() {
        organization.order("Pier 54").in("PROCESSING").withNumber("+14252000100").saved();
        organization.order("Long ago").in("COMPLETED").withNumber("+14252000101").saved();
        Fixtures.organization("Somebody else").saved().order("Secret").in("PROCESSING").withNumber("+14252000102")
                .saved();
        var page = draft.save("numbers", Map.of("text", "425-200-0100-0102"), "add");
        assertEquals(List.of("1 +1 425-200-0100 It is in another open order: Pier 54"), rows(page, "unportable"));
        assertEquals("Pier 54", page.click("Pier 54").heading());
        assertEquals(List.of("+1 425-200-0101–0102"), kept(page));
    }

    @Test
    void letsOnlyTheOrganizationsOwnNumbersLeave() {
        var own = Wizard.someNumber();
        var owner = Fixtures.organization("Cascade South").withNumber(own).saved().withPin(Instant.now(), "The admin");
        var page = Wizard.started(Visitor.inEnglish().signedInAs(owner.admin()), "Leaving", "OUT")
                .save("numbers", Map.of("text", own + " 425-200-0100"), "add");
        assertEquals(List.of("1 +1 425-200-0100 It is not one of your organization's numbers with us."),
                rows(page, "unportable"));
        assertEquals(1, kept(page).size());
    }

    @Test
    void letsNoNumberLeaveThatIsOutOfService() {
        var own = Wizard.someNumber();
        var owner = Fixtures.organization("Cascade East").withNumber(own).saved().withPin(Instant.now(), "The admin");
        Row.update("update telephone_number set active = false where number = ?", own);
        var page = Wizard.started(Visitor.inEnglish().signedInAs(owner.admin()), "Leaving", "OUT").save("numbers",
                Map.of("text", own), "add");
        assertTrue(rows(page, "unportable").get(0)
                .endsWith("It is out of service at the moment. Ask your provider to put it back into service first."));
        assertEquals(0, kept(page).size());
    }

    @Test
    void readsTheColumnOfACsvFile() {
        assertEquals(draft.address("numbers"),
                upload("Name;PhoneNumber\r\nReception;425-200-0100\r\nFax;+1 425 200 0101\r\n").redirect());
        assertEquals(List.of("+1 425-200-0100–0101"), kept(draft.page("numbers")));
        var bad = upload("PhoneNumber\n4252000102\n2.06E+09\n");
        assertEquals(400, bad.status());
        assertTrue(rows(bad, "report").get(0).startsWith("3 2.06E+09 A spreadsheet shortened this number"),
                rows(bad, "report").toString());
        for (String button : List.of("next", "back", "later", "step-carrier")) {
            var kept = draft.page("numbers").submit(draft.address("numbers"), Map.of("go", button),
                    "PhoneNumber\n4252000102\n2.06E+09\n");
            assertEquals(303, kept.status(), button);
            assertEquals("2.06E+09", draft.page("numbers").field("Numbers").wholeText());
            assertEquals(400,
                    draft.page("numbers").submit(draft.address("numbers"), Map.of("go", button), "%PDF").status(),
                    "nothing else keeps a file that can't be used: " + button);
        }
        assertEquals(List.of("+1 425-200-0100–0102"), kept(draft.page("numbers")));
    }

    @Test
    void takesWhatIsTypedAndTheFileTogether() {
        var answer = draft.page("numbers").submit(draft.address("numbers"), Map.of("text", "425-200-0100"),
                "PhoneNumber\n4252000101\n4252000100\n");
        assertEquals(303, answer.status());
        assertEquals(List.of("+1 425-200-0100–0101"), kept(draft.page("numbers")));
    }

    @Test
    void saysOfEachLineWhetherItWasTypedOrInTheFile() {
        var page = draft.page("numbers").submit(draft.address("numbers"),
                Map.of("text", "425-200-0100\nabc", "go", "add"),
                "PhoneNumber\n4252000100\nxyz\n");
        assertEquals(List.of("2 (typed) abc", "3 (file) xyz"),
                rows(page, "report").stream().map(row -> row.substring(0, row.indexOf(" Letters"))).toList());
        assertTrue(page.text().contains("More than once in the list, and counted once; lines 2 (file)"), page.text());
    }

    @Test
    void namesTheFirstLineThatHasNoRoom() {
        draft.addNumbers("425-200-0000-9999, 425-201-0000-9998");
        var page = draft.save("numbers", Map.of("text", "425-200-0000\n425-300-0001\n425-300-0002"), "add");
        assertTrue(rows(page, "report").get(0).startsWith("3 +1 425-300-0002 The list is full"),
                rows(page, "report").toString());
        assertEquals("+1 425-300-0002", page.field("Numbers").wholeText());
    }

    @Test
    void keepsOfALongTextAllThatCouldNotBeTaken() {
        var other = Wizard.someNumber();
        Fixtures.organization("Other").withNumber(other).saved();
        var wordy = "the telephone of the reception on the third floor, once it is there".replace(',', ' ');
        var page = draft.save("numbers", Map.of("text", wordy + "\n" + other + "\n" + "425-200-0100\n".repeat(2_000)),
                "add");
        assertTrue(page.field("Numbers").wholeText().contains(wordy), page.field("Numbers").wholeText());
        assertTrue(page.field("Numbers").wholeText().replaceAll("[ -]", "").contains(other),
                page.field("Numbers").wholeText());
        assertFalse(page.text().contains("This field keeps up to"));
        var long2 = draft.addNumbers(IntStream.range(0, 2_000).mapToObj(i -> "no number at all, no. " + i)
                .collect(Collectors.joining("\n")).replace(",", ""));
        assertTrue(long2.text().contains("This field keeps up to 20,000 characters of what could not be taken."),
                long2.text());
        assertTrue(long2.field("Numbers").wholeText().length() > 19_000);
        assertTrue(long2.field("Numbers").wholeText().matches("(?s).*no number at all no\\. [0-9]+"),
                "whole entries only");
    }

    @Test
    void takesTwentyThousandAndStaysLight() {
        var everySecond = IntStream.range(0, 20_000).mapToObj(i -> "425" + (2_000_000 + 2 * i))
                .collect(Collectors.joining("\n"));
        assertEquals(303, draft.addNumbers(everySecond).status());
        var page = draft.page("numbers");
        assertEquals("20,000", page.document().selectFirst("#numbers .count").text());
        assertEquals(100, kept(page).size());
        assertTrue(page.source().length() < LIGHT, page.source().length() + " characters");
        assertEquals("+1 425-200-0200", kept(visitor.get(draft.address("numbers") + "?numbers=2")).get(0));
        assertTrue(draft.page("review").source().length() < LIGHT);
        var full = draft.save("numbers", Map.of("text", everySecond + "\n425-300-0001\n425-300-0002"), "add");
        assertEquals(400, full.status());
        assertTrue(full.source().length() < LIGHT, full.source().length() + " characters");
        assertTrue(rows(full, "report").get(0).contains("The list is full, and nothing from here on was added."),
                rows(full, "report").toString());
        assertEquals("20,000", full.document().selectFirst("#numbers .count").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "add"})
    void asksForNumbersWhereThereAreNone(String button) {
        var page = draft.save("numbers", Map.of("text", "  "), button);
        assertEquals(400, page.status());
        assertEquals(MISSING, page.problemOf(page.field("Numbers")));
    }

    @ParameterizedTest
    @CsvSource({"back, direction", "later, "})
    void letsWhoHasNoneYetGoBackOrLeave(String button, String step) {
        assertEquals(step == null ? draft.address() : draft.address(step),
                draft.save("numbers", Map.of(), button).redirect());
    }

    @Test
    void takesChosenRangesAway() {
        draft.addNumbers("425-200-0100-0149, 425-200-0201, 425-200-0300-0302");
        var page = draft.page("numbers");
        var removal = draft.address("numbers") + "/removal";
        assertEquals(draft.address("numbers"),
                page.submit(removal, Map.of("remove_14252000100-50", "on", "remove_14252000201-1", "on",
                        "remove_made-up", "on")).redirect());
        assertEquals(List.of("+1 425-200-0300–0302"), kept(draft.page("numbers")));
        assertEquals(409, page.submit(removal, Map.of("all", "all")).status());
        assertEquals(303, draft.page("numbers").submit(removal, Map.of("all", "all")).status());
        assertTrue(draft.page("numbers").text().contains("None yet."));
    }

    @Test
    void tellsWhoComesTooLateAndKeepsWhatTheyTyped() {
        var late = draft.page("numbers");
        draft.addNumbers("425-200-0100");
        var page = late.submit(draft.address("numbers"), Map.of("text", "425-200-0101", "go", "add"));
        assertEquals(409, page.status());
        assertTrue(page.text().contains("The admin changed it on"));
        assertEquals("425-200-0101", page.field("Numbers").wholeText());
        assertEquals(List.of("+1 425-200-0100"), kept(page));
        assertEquals(303, page.submit(draft.address("numbers"), Map.of("go", "add")).status());
        assertEquals(List.of("+1 425-200-0100–0101"), kept(draft.page("numbers")));
    }

    @Test
    void showsABadNumberAsTextAndNothingElse() {
        var page = draft.addNumbers("<script>alert(1)</script>");
        assertEquals(400, page.status());
        assertFalse(page.source().contains("<script>alert"));
    }

    @Test
    void isClosedToOthersAndOnceTheOrderWasSent() {
        assertEquals(404, Wizard
                .of(Visitor.inEnglish().signedInAs(Fixtures.organization("Somebody else").saved().admin()), draft.pon())
                .page("numbers").status());
        assertEquals(403,
                Wizard.of(Visitor.inEnglish().signedInAs(organization.viewer()), draft.pon()).page("numbers").status());
        assertEquals(400, visitor.get(draft.address("numbers") + "?numbers=many").status());
        var form = draft.page("numbers");
        var filled = draft.ready().page("numbers");
        draft.send();
        assertEquals(draft.address(), draft.page("numbers").redirect());
        var late = form.submit(draft.address("numbers"), Map.of("text", "425-200-0199"));
        assertEquals(409, late.status());
        assertTrue(late.text().contains("The order was changed meanwhile The admin changed it on"), late.text());
        assertTrue(late.text().contains("What you typed was: 425-200-0199"), late.text());
        var lateRemoval = filled.submit(draft.address("numbers") + "/removal", Map.of("all", "all"));
        assertEquals(409, lateRemoval.status());
        assertTrue(lateRemoval.text().contains("The order is in the state “Processing” now"), lateRemoval.text());
        assertFalse(visitor.get(draft.address()).text().contains("0199"));
    }
}
