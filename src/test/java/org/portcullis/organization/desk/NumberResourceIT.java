package org.portcullis.organization.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class NumberResourceIT extends PortalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger BLOCKS = new AtomicInteger(211);

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person person = Fixtures.desk();
    private final Visitor desk = Visitor.inEnglish().signedInAs(person);
    private final String numbers = "/desk/organizations/" + organization.id() + "/numbers";
    /** Area code and first three digits of ten thousand numbers that no other test has. */
    private final String block = "503" + BLOCKS.incrementAndGet();

    private String number(int line) {
        return "+1" + block + "%04d".formatted(line);
    }

    private Page add(String text) {
        return desk.get(numbers + "/new").submit(numbers + "/new", Map.of("numbers", text));
    }

    private Page upload(Visitor visitor, String file) {
        var answer = visitor.get(numbers + "/import").submit(numbers + "/import", Map.of(), file);
        assertEquals(303, answer.status(), answer.text());
        var end = Instant.now().plus(PATIENCE);
        var page = answer.follow();
        while (page.header("Refresh").isPresent() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            page = answer.follow();
        }
        return page;
    }

    @Test
    void addsNumbersInAnyNotation() {
        assertTrue(desk.get(numbers).text().contains("No telephone number yet"));
        var page = add(number(1) + "\r\n\r\n" + number(2).substring(2) + "\r\n+1 (" + block.substring(0, 3) + ") "
                + block.substring(3) + "-0003\r\n"
                + number(1)).follow();
        assertTrue(page.text().contains("The numbers are added."));
        assertTrue(page.text().contains("3 numbers"));
        assertTrue(add(number(1)).follow().text().contains("All these numbers were there already."));
        assertTrue(person.auditEntries().stream().anyMatch(row -> row.get("event").equals("NUMBERS_ADDED")));
    }

    private static List<String> rows(Page page, String report) {
        return page.document().select("section[aria-labelledby=" + report + "] tbody tr").stream()
                .map(row -> Page.folded(row.text())).toList();
    }

    @Test
    void keepsTheGoodOnesAndListsTheOthersWithTheirLines() {
        Fixtures.organization("Tacoma Harbour").withNumber(number(9)).saved();
        var page = add(number(1) + "\nabc\n" + number(9) + "\n206555\n01 45 67 89 10/1");
        assertEquals(400, page.status());
        assertTrue(page.title().startsWith("Error: "));
        assertTrue(page.text().contains("One number was added."), page.text());
        assertTrue(page.text().contains("3 entries could not be added"), page.text());
        assertEquals(List.of("2 abc Letters", "4 206555 Short", "5 01 45"),
                rows(page, "report").stream().map(row -> row.replaceFirst("^((?:\\S+ ){2}\\S+(?: number)?).*", "$1"))
                        .toList());
        assertEquals(List.of("3 +1 %s-%s-0009 Tacoma Harbour".formatted(block.substring(0, 3), block.substring(3))),
                rows(page, "foreign"));
        assertEquals(
                "abc\n206555\n01 45 67 89 10/1\n+1 %s-%s-0009".formatted(block.substring(0, 3), block.substring(3)),
                page.field("Numbers").wholeText());
        assertEquals(1, desk.get(numbers).document().select(".number-list li").size());
        assertTrue(add(" ").text().contains("Enter at least one number."));
        assertTrue(person.auditEntries().stream().anyMatch(row -> row.get("event").equals("NUMBERS_ADDED")));
    }

    @Test
    void takesRangesAndNumbersOfEveryCountry() {
        var page = add("+1 %s %s 0100-0149, 457-%s-0100".formatted(block.substring(0, 3), block.substring(3),
                block.substring(3)));
        assertEquals(200, page.status());
        assertTrue(page.text().contains("51 numbers were added."), page.text());
        assertTrue(page.text().contains("Taken with a new or unknown area code, so check the digits: 457-"),
                page.text());
        assertTrue(desk.get(numbers).text().contains("51 numbers"));
        var end = "%02d".formatted(Integer.parseInt(block.substring(4)) % 100);
        var french = Fixtures.organization("Maison Moreau").inFrance().saved();
        var path = "/desk/organizations/" + french.id() + "/numbers";
        var answer = desk.get(path + "/new").submit(path + "/new",
                Map.of("numbers", "0262 12 " + end + " 56\n04 65 " + end + " 10 30-31"));
        assertEquals(303, answer.status(), answer.text());
        assertEquals(
                List.of("+262 262 12 %s 56".formatted(end), "+33 4 65 %s 10 30".formatted(end),
                        "+33 4 65 %s 10 31".formatted(end)),
                desk.get(path).document().select(".number-list li > label").eachText());
    }

    @Test
    void removesManyNumbersOnceItIsAskedWhether() {
        add(number(1) + "-0006");
        organization.order("Leaving").out().in("TRANSFER_APPROVED").withNumber(number(2)).saved();
        var boxes = Map.of("number_" + number(1).substring(1), "on", "number_" + number(2).substring(1), "on",
                "number_" + number(3).substring(1), "on",
                "number_12065550100", "on");
        var asked = desk.get(numbers).press("Remove the chosen numbers", boxes);
        assertEquals(200, asked.status());
        assertEquals("Remove 2 numbers?", asked.heading());
        assertTrue(asked.text().contains("1 number stays: it is on the way to another carrier"), asked.text());
        assertTrue(asked.text().contains("Leaving"));
        assertEquals(6, desk.get(numbers).document().select(".number-list li").size(),
                "nothing is removed before it is confirmed");
        organization.order("Leaving too").out().in("PROCESSING").withNumber(number(3)).saved();
        var done = asked.submit(numbers + "/removal", Map.of());
        assertEquals(409, done.status());
        assertTrue(done.text().contains("1 number was removed."), done.text());
        assertTrue(done.text().contains("1 number stays"), done.text());
        assertTrue(done.text().contains("Leaving too"), done.text());
        assertEquals(5, desk.get(numbers).document().select(".number-list li").size());
        var rest = desk.get(numbers).press("Remove the chosen numbers",
                Map.of("number_" + number(4).substring(1), "on", "number_" + number(5).substring(1), "on"));
        assertTrue(rest.submit(numbers + "/removal", Map.of()).follow().text()
                .contains("The chosen numbers are removed."));
        assertEquals(List.of(number(1), number(4), number(5)),
                person.auditEntries().stream().filter(row -> row.get("event").equals("NUMBER_REMOVED"))
                        .map(row -> row.get("subject_name")).sorted().toList());
        assertTrue(desk.get(numbers).press("Remove the chosen numbers", Map.of()).text()
                .contains("Choose at least one number"));
        var french = Visitor.inFrench().signedInAs(person);
        assertEquals("Retirer 1 numéro ?",
                french.get(numbers)
                        .press("Retirer les numéros choisis", Map.of("number_" + number(6).substring(1), "on",
                                "number_" + number(2).substring(1), "on"))
                        .heading().replace('\u202f', ' '));
    }

    @Test
    void importsWhatStandsAroundALineThatNoDatabaseKeeps() {
        var page = upload(desk, "PhoneNumber\n" + number(1) + "\n206\u0000555\n" + number(2) + "\n");
        assertTrue(page.text().contains("206\ufffd555"), page.text());
        assertEquals(2, desk.get(numbers).document().select(".number-list li").size());
    }

    @Test
    void findsNumbersAmongMany() {
        add(IntStream.range(0, 250).mapToObj(this::number).collect(Collectors.joining("\n")));
        assertEquals(100, desk.get(numbers).document().select(".number-list li").size());
        assertEquals(50, desk.get(numbers).click("Next").click("Next").document().select(".number-list li").size());
        assertEquals(1, desk.get(numbers + "?q=" + number(7).substring(2)).document().select(".number-list li").size());
        assertEquals(10,
                desk.get(numbers + "?q=" + block.substring(3) + "-004").document().select(".number-list li").size());
        assertTrue(desk.get(numbers + "?q=nothing").text().contains("No number contains"));
    }

    @Test
    void removesANumberOnceItIsAskedWhether() {
        add(number(1) + "\n" + number(2));
        var removal = numbers + "/" + number(1).substring(1) + "/removal";
        var page = desk.get(removal).submit(removal, Map.of()).follow();
        assertTrue(page.text().contains("The number is removed."));
        assertTrue(page.text().contains("1 number"));
        assertEquals(404, desk.get(removal).status());
        assertTrue(person.auditEntries().stream().anyMatch(row -> row.get("event").equals("NUMBER_REMOVED")
                && row.get("subject_name").equals(number(1))));
    }

    @Test
    void keepsANumberThatIsOnItsWayToAnotherCarrier() {
        add(number(1) + "\n" + number(2));
        var removal = numbers + "/" + number(1).substring(1) + "/removal";
        var asked = desk.get(removal);
        organization.order("Leaving").out().in("TRANSFER_APPROVED").withNumber(number(1)).saved();
        organization.order("Only planned").out().in("DRAFT").withNumber(number(2)).saved();
        var page = asked.submit(removal, Map.of());
        assertEquals(409, page.status());
        assertTrue(page.text().contains("It is on its way to another carrier, in: Leaving"));
        assertFalse(desk.get(removal).hasForm(removal));
        assertTrue(desk.get(numbers + "/" + number(2).substring(1) + "/removal")
                .hasForm(numbers + "/" + number(2).substring(1)
                        + "/removal"));
    }

    @Test
    void importsAFileAndReportsEachLine() {
        Fixtures.organization("Tacoma Harbour").withNumber(number(9_999)).saved();
        add(number(0));
        var file = "\ufeffphoneNUMBER;Name\r\n" + IntStream.range(0, 5_000).mapToObj(i -> number(i) + ";x")
                .collect(Collectors.joining("\r\n"))
                + "\r\n=1+1;x\r\n" + number(9_999) + ";x\r\n" + number(1);
        var page = upload(desk, file);
        assertTrue(page.text().contains("Finished 5,003 of 5,003 done"), page.text());
        assertTrue(page.document().select(".chip").eachText().contains("Added 4,999"));
        var refused = page.click("Not a telephone number 1");
        assertEquals("=1+1 5,002 Not a telephone number", refused.document().select("tbody tr").text());
        assertTrue(page.click("Belongs to another organization 1").text()
                .contains("Belongs to another organization (Tacoma Harbour)"));
        assertEquals(2, page.click("Already there 2").document().select("tbody tr").size());
        assertTrue(desk.get(numbers).text().contains("5,000 numbers"));

        var report = page.click("Download the report (CSV)");
        var lines = report.source().split("\r\n");
        assertEquals(5_004, lines.length);
        assertEquals("\ufeff\"Line\",\"PhoneNumber\",\"Result\",\"Detail\"", lines[0]);
        assertEquals("\"3\",\"" + number(1) + "\",\"Added\",\"\"", lines[2]);
        assertEquals("\"5002\",\"'=1+1\",\"Not a telephone number\",\"\"", lines[5_001]);
        assertEquals("attachment; filename=\"report.csv\"", report.header("Content-Disposition").orElse(""));

        assertTrue(upload(desk, report.source()).document().select(".chip").eachText().contains("Already there 5,001"),
                "a report can be imported again");
    }

    @Test
    void importsRangesAndReportsWhatIsWorthALook() {
        Fixtures.organization("Tacoma Harbour").withNumber(number(104)).saved();
        var page = upload(desk,
                "Id,Name,DID,Phone\n1,a," + number(100) + "-0103,\n2,\"Front desk," + number(110) + ",\n3,b,"
                        + number(104) + "-0105,\n4,c,"
                        + number(106).substring(2) + ".0,\n5,d,1.20655E+10,\n6,e,457" + block.substring(3) + "0107,\n");
        assertTrue(page.text().contains("Finished 7 of 7 done"), page.text());
        assertEquals(List.of("Phone 1 Another column that could hold numbers; not read", number(100) + "-0103 2 Added",
                "2,\"Front desk," + number(110) + ", 3 A quotation mark is opened and not closed; line left out",
                number(104) + "-0105 4 Added in part; left out: (+1 %s-%s-0104)".formatted(block.substring(0, 3),
                        block.substring(3)),
                number(106).substring(2) + ".0 5 Added without the decimals of a spreadsheet",
                "1.20655E+10 6 Shortened by a spreadsheet; save the column as whole numbers",
                "457" + block.substring(3) + "0107 7 Added; new or unknown area code, check the digits"),
                page.document().select("tbody tr").eachText());
        assertTrue(desk.get(numbers).text().contains("7 numbers"));
    }

    @Test
    void startsAnImportOnceHoweverOftenItsFormIsSent() {
        var form = desk.get(numbers + "/import");
        var places = IntStream.range(0, 3).parallel()
                .mapToObj(i -> form.submit(numbers + "/import", Map.of(), "PhoneNumber\n" + number(1)).redirect())
                .distinct().toList();
        assertEquals(1, places.size());
        assertEquals(1, desk.get(numbers).document().select(".imports li").size());
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertTrue(importing(null).text().contains("Choose a file."));
        assertTrue(importing("Extension,Name\n12,x").text().contains("Found: Extension, Name"));
        assertTrue(importing("PhoneNumber\n").text()
                .contains("The file has a header, and no number below it. Found: PhoneNumber"));
        assertTrue(importing("%PDF-1.7").text().contains("save it as CSV"));
        assertTrue(importing(" ").text().contains("There is no number in the file."));
    }

    private Page importing(String file) {
        return desk.get(numbers + "/import").submit(numbers + "/import", Map.of(), file);
    }

    @Test
    void tellsThatAnImportWasInterrupted() {
        var page = desk.get("/desk/jobs/" + organization.interruptedWork());
        assertTrue(page.text().contains("What is done stays done."));
        assertTrue(page.header("Refresh").isEmpty());
        assertEquals("1", page.document().selectFirst("progress").attr("value"));
    }

    @Test
    void speaksFrench() {
        var french = Visitor.inFrench().signedInAs(Fixtures.desk());
        var page = upload(french, "PhoneNumber\nabc\n" + number(1));
        assertTrue(page.text().contains("Terminée 2 sur 2 traités"));
        assertTrue(page.click("Télécharger le compte rendu (CSV)").source()
                .contains("\"2\";\"abc\";\"Contient des lettres\u202f; chiffres uniquement\";"));
        assertTrue(french.get(numbers).text().contains("1 numéro"));
        assertTrue(french.get(numbers + "/new").submit(numbers + "/new", Map.of("numbers", "206555")).text()
                .contains("1 206555 Les numéros courts et les numéros d'urgence"));
    }

    @Test
    void takesANumberOutOfServiceAndBack() {
        add(number(1) + "\r\n" + number(2));
        var shown = "+1 %s-%s-0001".formatted(block.substring(0, 3), block.substring(3));
        var page = desk.get(numbers).press("Take out of service " + shown, Map.of()).follow();
        assertTrue(page.text().contains("The number is out of service."));
        assertTrue(page.text().contains(shown + " Out of service"));
        var certificate = Visitor.inEnglish().signedInAs(organization.admin()).get("/port-orders/certificate");
        assertTrue(certificate.text().contains("out of service at the moment, and so not to be ported out: " + shown));
        page = page.press("Put back " + shown, Map.of()).follow();
        assertTrue(page.text().contains("The number is back in service."));
        assertFalse(page.text().contains(shown + " Out of service"));
        assertEquals(List.of("NUMBER_TAKEN_OUT_OF_SERVICE", "NUMBER_PUT_BACK_INTO_SERVICE"),
                person.auditEntries().stream()
                        .map(row -> row.get("event")).filter(event -> event.contains("SERVICE")).toList());
    }
}
