package org.portcullis.order.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.Limits;
import org.portcullis.limit.Permit;
import org.portcullis.limit.TestLimits;
import org.portcullis.order.document.Pdfs;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

/** Forms of an order whose costly work finds no place: they come back with what was typed, and nothing has changed. */
@QuarkusTest
class LimitedFormsTest extends PortalTest {

    private static final String BUSY = "That’s more than the portal can do at once. Nothing was changed. Try again in 5 seconds.";
    private static final String BUSY_FR = "C’est plus que ce que le portail peut traiter à la fois. Rien n’a été modifié. Réessayez dans 5 secondes.";

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);
    private final Wizard draft = Wizard.started(visitor, "Harbor").filledIn();
    private final Wizard french = Wizard.of(Visitor.inFrench().signedInAs(admin), draft.pon());

    private Limits limitTo(CostlyWork work) {
        return new TestLimits().with(work, 2, 1).install();
    }

    private Permit takePlace(Limits limits, CostlyWork work) {
        return limits.enter(work, "organization:" + organization.id());
    }

    private static void assertBusy(Page page, String words, boolean ofFiles) {
        assertEquals(429, page.status());
        assertEquals("5", page.header("Retry-After").orElseThrow());
        assertTrue(page.text().contains(Page.folded(words)), page.text());
        assertEquals(ofFiles,
                page.text().contains("choose it again") || page.text().contains("choisissez-le à nouveau"),
                page.text());
    }

    private static Page upload(Wizard order) {
        return order.page("documents").submit(order.address("documents"), Map.of("go", "upload-BILL"), "file-BILL",
                "bill.pdf", Pdfs.plain());
    }

    @Test
    void documentsWaitForOtherChecksOfTheSameOrganization() {
        var turn = takePlace(limitTo(CostlyWork.PDF_CHECK), CostlyWork.PDF_CHECK);
        var page = upload(draft);
        assertBusy(page, BUSY, true);
        assertTrue(page.title().startsWith("Error: "), page.title());
        assertEquals("Documents", page.heading());
        assertBusy(upload(french), BUSY_FR, true);
        assertFalse(draft.page("documents").hasLink("bill.pdf"));
        var other = Visitor.inEnglish().signedInAs(Fixtures.organization("Somebody else").saved().admin());
        assertEquals(303, upload(Wizard.started(other, "Pier")).status());
        turn.close();
        assertEquals(303, upload(draft).status());
        assertTrue(draft.page("documents").hasLink("bill.pdf"));
    }

    @Test
    void numbersStayInTheirField() {
        var turn = takePlace(limitTo(CostlyWork.NUMBER_LIST), CostlyWork.NUMBER_LIST);
        var page = draft.addNumbers("425-200-0150\n425-200-0151");
        assertBusy(page, BUSY, true);
        assertEquals("425-200-0150\n425-200-0151", page.field("Numbers").wholeText());
        assertBusy(french.addNumbers("425-200-0150"), BUSY_FR, true);
        assertEquals(303, draft.save("numbers", Map.of("text", ""), "back").status(),
                "what holds no list is not costly");
        turn.close();
        assertEquals(303, page.submit(draft.address("numbers"), Map.of()).status());
        assertTrue(draft.page("numbers").text().contains("+1 425-200-0150–0151"));
    }

    @Test
    void aSignatureStaysInItsField() {
        var turn = takePlace(limitTo(CostlyWork.PAPER), CostlyWork.PAPER);
        var page = draft.sign("Ada Moreau");
        assertBusy(page, BUSY, false);
        assertEquals("Ada Moreau", page.field("Your full name, as signature").val());
        assertBusy(french.sign("Ada Moreau"), BUSY_FR, false);
        assertFalse(draft.page("documents").text().contains("Signed by"));
        turn.close();
        assertEquals(303, page.submit(draft.address("letter"), Map.of()).status());
        assertTrue(draft.page("documents").text().contains("Signed by Ada Moreau"));
    }
}
