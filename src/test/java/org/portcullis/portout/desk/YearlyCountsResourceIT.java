package org.portcullis.portout.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class YearlyCountsResourceIT extends PortalTest {

    private static final String COUNTS = "/desk/port-out-counts.csv";
    private static final Instant FIRST_MOMENT = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("2025-12-31T23:59:59.999999Z");

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person person = Fixtures.desk();
    private final Visitor desk = Visitor.inEnglish().signedInAs(person);

    private static List<String> lines(Visitor visitor) {
        return new String(visitor.download(COUNTS).body(), StandardCharsets.UTF_8).lines().toList();
    }

    /** @return requests, successful, failed, awaiting, fraudulent, reported */
    private List<Long> counts(int year) {
        return lines(desk).stream().filter(line -> line.startsWith("\"" + year + "\",")).findFirst()
                .map(line -> Arrays.stream(line.replace("\"", "").split(",")).skip(1).map(Long::valueOf).toList())
                .orElse(List.of(0L, 0L, 0L, 0L, 0L, 0L));
    }

    private void assertCounts(List<Integer> more, Fixtures.RequestBuilder request) {
        var before = counts(2025);
        var around = List.of(counts(2024), counts(2026));
        request.saved();
        var after = counts(2025);
        for (int i = 0; i < more.size(); i++) {
            assertEquals(before.get(i) + more.get(i), after.get(i), "column " + i);
        }
        assertEquals(around, List.of(counts(2024), counts(2026)));
    }

    private Fixtures.RequestBuilder request() {
        return organization.request("Columbia Fiber").received(FIRST_MOMENT);
    }

    @Test
    void countsEachKindOnceAndRepetitionsNotAtAll() {
        assertCounts(List.of(1, 1, 0, 0, 0, 0), request().allowed());
        assertCounts(List.of(1, 0, 1, 0, 0, 0), request().refusedFor("LOCKED").received(LAST_MOMENT));
        assertCounts(List.of(1, 0, 1, 0, 0, 0), Fixtures.nobodysRequest("Columbia Fiber").refusedFor("NOT_RECOGNISED")
                .received(FIRST_MOMENT).askedTimes(9));
        assertCounts(List.of(1, 0, 0, 1, 0, 0), request().awaitingApprovalUntil(Instant.parse("2100-01-01T00:00:00Z")));
        assertCounts(List.of(1, 1, 0, 0, 1, 1), request().allowed().reported());
        assertCounts(List.of(1, 0, 1, 0, 0, 1), request().reported());
    }

    @Test
    void isAFileForSpreadsheetsInEachLanguage() {
        request().saved();
        var file = desk.download(COUNTS);
        assertEquals("text/csv;charset=UTF-8", file.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("attachment; filename=\"port-out-counts.csv\"",
                file.headers().firstValue("Content-Disposition").orElseThrow());
        assertEquals(
                "\ufeff\"Year (UTC)\",\"Port-out requests\",\"Successful\",\"Failed\",\"Waiting for an admin’s approval\","
                        + "\"Successful, reported as not wanted\",\"Reported as not wanted\"",
                lines(desk).get(0));
        var french = Visitor.inFrench().signedInAs(person);
        assertEquals("attachment; filename=\"chiffres-portabilite-sortante.csv\"",
                french.download(COUNTS).headers().firstValue("Content-Disposition").orElseThrow());
        assertEquals("\ufeff\"Année (UTC)\";\"Demandes de portabilité sortante\";\"Abouties\";\"Échouées\";"
                + "\"En attente de l’accord d’un administrateur\";\"Abouties, signalées comme non voulues\";\"Signalées comme non voulues\"",
                lines(french).get(0));
        assertTrue(lines(french).stream().skip(1).allMatch(line -> line.matches("\"\\d{4}\"(;\"\\d+\"){6}")),
                "nothing that a spreadsheet computes");
        assertTrue(lines(desk).stream().skip(1).allMatch(line -> line.matches("\"\\d{4}\"(,\"\\d+\"){6}")));
    }

    @Test
    void hasALineForEachYearAndALinkOnTheList() {
        request().saved();
        var years = lines(desk).stream().skip(1).map(line -> Integer.valueOf(line.substring(1, 5))).toList();
        assertTrue(years.contains(2025));
        assertEquals(years.stream().sorted().distinct().toList(), years);
        assertEquals(years.get(years.size() - 1) - years.get(0) + 1, years.size(), "none is left out");
        assertEquals(200, desk.get("/desk/port-out-requests").click("Yearly counts as CSV").status());
        assertEquals("Chiffres annuels au format CSV",
                Visitor.inFrench().signedInAs(person).get("/desk/port-out-requests").document()
                        .selectFirst("a[href=" + COUNTS + "]").text());
    }
}
