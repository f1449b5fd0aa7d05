package org.portcullis.desk;

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
import org.portcullis.testing.Given;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

abstract class NumberResourceTest extends PortalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger BLOCKS = new AtomicInteger(211);

    private final Given.Organization organization = Given.organization("Cascade Freight").saved();
    private final Given.Person person = Given.desk();
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

    @Test
    void addsNothingWhileALineIsRefused() {
        Given.organization("Tacoma Harbour").withNumber(number(9)).saved();
        var text = number(1) + "\nabc\n" + number(9) + "\n206555";
        var page = add(text);
        assertEquals(400, page.status());
        assertEquals(text, page.field("Numbers").wholeText());
        assertEquals(List.of("Line 2 (abc): Not a telephone number", "Line 3 (" + number(9)
                + "): Belongs to another organization (Tacoma Harbour)",
                "Line 4 (206555): Too few digits"), page.document().select("#numbers-problem li").eachText().stream()
                    .map(Page::folded).toList());
        assertTrue(desk.get(numbers).text().contains("No telephone number yet"));
        assertTrue(add(" ").text().contains("Enter at least one number."));
        assertTrue(add("1\n".repeat(1_001)).text().contains("more than 1,000 numbers"));
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
        assertEquals(10, desk.get(numbers + "?q=" + block.substring(3) + "-004").document().select(".number-list li").size());
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
        assertTrue(desk.get(numbers + "/" + number(2).substring(1) + "/removal").hasForm(numbers + "/" + number(2).substring(1)
                + "/removal"));
    }

    @Test
    void importsAFileAndReportsEachLine() {
        Given.organization("Tacoma Harbour").withNumber(number(9_999)).saved();
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
        assertTrue(importing("Number\n1").text().contains("The first line must name a column PhoneNumber."));
        assertEquals(400, importing("PhoneNumber\n").status());
    }

    private Page importing(String file) {
        return desk.get(numbers + "/import").submit(numbers + "/import", Map.of(), file);
    }

    @Test
    void tellsThatAnImportWasInterrupted() {
        var page = desk.get("/desk/work/" + organization.interruptedWork());
        assertTrue(page.text().contains("What is done stays done."));
        assertTrue(page.header("Refresh").isEmpty());
        assertEquals("1", page.document().selectFirst("progress").attr("value"));
    }

    @Test
    void speaksFrench() {
        var french = Visitor.inFrench().signedInAs(Given.desk());
        var page = upload(french, "PhoneNumber\nabc\n" + number(1));
        assertTrue(page.text().contains("Terminée 2 sur 2 traités"));
        assertTrue(page.click("Télécharger le compte rendu (CSV)").source().contains("2;abc;Pas un numéro de téléphone;"));
        assertTrue(french.get(numbers).text().contains("1 numéro"));
        assertTrue(french.get(numbers + "/new").submit(numbers + "/new", Map.of("numbers", "206555")).text()
                .contains("Ligne 1 (206555) : Trop peu de chiffres"));
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
        assertEquals(List.of("NUMBER_TAKEN_OUT_OF_SERVICE", "NUMBER_PUT_BACK_INTO_SERVICE"), person.auditEntries().stream()
                .map(row -> row.get("event")).filter(event -> event.contains("SERVICE")).toList());
    }
}
