package org.portcullis.order.draft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portcullis.order.document.Pdfs;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class DocumentsResourceIT extends PortalTest {

    private static final byte[] PDF = Pdfs.plain();
    private static final int TOO_LARGE = 5 * 1024 * 1024 + 1;

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);
    private final Wizard draft = Wizard.started(visitor, "Harbor");

    private static Page upload(Wizard order, String kind, String name, byte[] content) {
        return upload(order, order.page("documents"), kind, name, content);
    }

    private static Page upload(Wizard order, Page page, String kind, String name, byte[] content) {
        return press(order, page, "upload-" + kind, kind, name, content);
    }

    private static Page press(Wizard order, Page page, String button, String kind, String name, byte[] content) {
        return page.submit(order.address("documents"), Map.of("go", button), "file-" + kind, name, content);
    }

    private static Page remove(Wizard order, Page page, String kind) {
        return page.submit(order.address("documents"), Map.of("go", "remove-" + kind));
    }

    private static String linkTo(Page page, String document) {
        return page.document().select("a").stream().filter(link -> link.text().equals(document)).findFirst()
                .orElseThrow().attr("href");
    }

    @Test
    void keepsAPdfForItsOwnOrganizationAlone() {
        assertEquals(draft.address("documents"), upload(draft, "LOA", "C:\\letters\\letter.pdf", PDF).redirect());
        var page = draft.page("documents");
        assertTrue(page.text().contains("Uploaded by The admin on"));
        var link = linkTo(page, "letter.pdf");
        assertArrayEquals(PDF, visitor.download(link).body());
        var stranger = Visitor.inEnglish().signedInAs(Fixtures.organization("Somebody else").saved().admin());
        assertEquals(404, stranger.get(link).status());
        assertEquals(404, Wizard.of(stranger, draft.pon()).page("documents").status());
    }

    @Test
    void replacesTheEarlierOneOfItsKind() {
        upload(draft, "BILL", "march.pdf", PDF);
        var march = linkTo(draft.page("documents"), "march.pdf");
        upload(draft, "BILL", "april.pdf", PDF);
        var page = draft.page("documents");
        assertFalse(page.hasLink("march.pdf"));
        assertTrue(page.hasLink("april.pdf"));
        assertEquals(404, visitor.get(march).status());
    }

    @Test
    void replacesAndRemovesOnlyTheOneThatWasSeen() {
        var empty = draft.page("documents");
        upload(draft, "LOA", "first.pdf", PDF);
        var late = upload(draft, empty, "LOA", "late.pdf", PDF);
        assertEquals(409, late.status());
        assertTrue(late.text().contains("The admin changed it on"), late.text());
        assertTrue(late.text().contains("Nothing was stored or removed."), late.text());
        assertTrue(late.hasLink("first.pdf"));
        var first = draft.page("documents");
        upload(draft, "LOA", "second.pdf", PDF);
        assertEquals(409, remove(draft, first, "LOA").status());
        assertTrue(draft.page("documents").hasLink("second.pdf"));
        assertEquals(303, upload(draft, empty, "BILL", "bill.pdf", PDF).status(), "another kind");
        var second = draft.page("documents");
        assertEquals(303, remove(draft, second, "LOA").status());
        assertEquals(303, remove(draft, second, "LOA").status(), "a double click");
    }

    @Test
    void refusesWhatIsNoPdfWhateverItsName() {
        var page = upload(draft, "BILL", "bill.pdf", "<html>".getBytes(StandardCharsets.UTF_8));
        assertEquals(400, page.status());
        assertTrue(page.title().startsWith("Error: "));
        assertTrue(page.problemOf(page.document().getElementById("file-BILL"))
                .startsWith("Error: bill.pdf: The file seems to be a web page, not a PDF."));
        assertEquals("", page.problemOf(page.document().getElementById("file-LOA")));
        assertFalse(draft.page("documents").hasLink("bill.pdf"));
    }

    @Test
    void refusesAFileThatIsTooLargeAndAsksForOneThatIsMissing() {
        var large = Arrays.copyOf(PDF, TOO_LARGE);
        var page = upload(draft, "LOA", "scan.pdf", large);
        assertEquals(400, page.status());
        assertTrue(page.problemOf(page.document().getElementById("file-LOA"))
                .startsWith("Error: scan.pdf: The file is 5.1 MB. The limit is 5 MB."));
        var none = upload(draft, "LOA", "", new byte[0]);
        assertEquals(400, none.status());
        assertEquals("Error: Choose a PDF file first.", none.problemOf(none.document().getElementById("file-LOA")));
        assertEquals(400, draft.page("documents").forge(draft.address("documents"), "upload-OTHER").status());
    }

    @Test
    void keepsTheOneOfTwoFilesThatCanBeTaken() {
        var page = draft.page("documents").submitFiles(draft.address("documents"), Map.of("go", "next"), List.of(
                new Page.Attached("file-LOA", "letter.pdf", PDF),
                new Page.Attached("file-BILL", "C:\\bills\\may.docx", "PK".getBytes(StandardCharsets.UTF_8))));
        assertEquals(400, page.status());
        assertTrue(page.hasLink("letter.pdf"));
        assertEquals("", page.problemOf(page.document().getElementById("file-LOA")));
        assertTrue(page.problemOf(page.document().getElementById("file-BILL")).startsWith("Error: may.docx: "));
        assertTrue(page.document().select("a[href='#file-BILL']").text()
                .startsWith("Recent bill: may.docx: The file seems to be plain text"));
        assertTrue(draft.page("documents").hasLink("letter.pdf"));
    }

    @Test
    void helpsWithAFormThatHasScripts() {
        var form = Pdfs.scriptedForm();
        var page = upload(draft, "LOA", "loa.pdf", form);
        assertTrue(page.problemOf(page.document().getElementById("file-LOA"))
                .startsWith("Error: loa.pdf: The PDF is a form with scripts"));
        assertTrue(page.text().contains("Print → Save as PDF"));
        var french = Wizard.of(Visitor.inFrench().signedInAs(admin), draft.pon());
        var answer = upload(french, "LOA", "loa.pdf", form);
        assertTrue(answer.text().contains("Le PDF est un formulaire avec des scripts"), answer.text());
        assertTrue(answer.text().contains("Imprimer → Enregistrer au format PDF"));
    }

    @Test
    void refusesInFrench() {
        var french = Wizard.of(Visitor.inFrench().signedInAs(admin), draft.pon());
        var page = upload(french, "LOA", "", new byte[0]);
        assertEquals("Erreur : Choisissez d'abord un fichier PDF.",
                page.problemOf(page.document().getElementById("file-LOA")));
        assertTrue(page.title().startsWith("Erreur : "));
        var large = upload(french, "LOA", "scan.pdf", Arrays.copyOf(PDF, TOO_LARGE));
        assertTrue(large.problemOf(large.document().getElementById("file-LOA"))
                .startsWith("Erreur : scan.pdf : Le fichier fait 5,1 Mo. La limite est de 5 Mo."));
    }

    @Test
    void takesADocumentAway() {
        upload(draft, "LOA", "letter.pdf", PDF);
        var link = linkTo(draft.page("documents"), "letter.pdf");
        var answer = remove(draft, draft.page("documents"), "LOA");
        assertEquals(draft.address("documents"), answer.redirect());
        assertFalse(draft.page("documents").hasLink("letter.pdf"));
        assertEquals(404, visitor.get(link).status());
    }

    @Test
    void keepsTheChosenFileWhicheverButtonIsPressed() {
        draft.filledIn();
        var aims = Map.of("next", "review", "back", "dates", "step-numbers", "numbers", "letter", "letter");
        aims.forEach((button, step) -> {
            var answer = press(draft, draft.page("documents"), button, "BILL", button + ".pdf", PDF);
            assertEquals(draft.address(step), answer.redirect(), button);
            assertTrue(draft.page("documents").hasLink(button + ".pdf"), button);
        });
        assertEquals(draft.address(),
                press(draft, draft.page("documents"), "later", "BILL", "later.pdf", PDF).redirect());
        assertTrue(draft.page("documents").hasLink("later.pdf"));
        assertEquals(draft.address("documents"),
                press(draft, draft.page("documents"), "remove-BILL", "LOA", "letter.pdf", PDF).redirect());
        var page = draft.page("documents");
        assertTrue(page.hasLink("letter.pdf"));
        assertFalse(page.hasLink("later.pdf"));
        assertEquals(draft.address("review"), press(draft, page, "next", "LOA", "", new byte[0]).redirect(),
                "none has to be chosen");
        assertTrue(draft.page("documents").hasLink("letter.pdf"));
    }

    @Test
    void takesASecondClickForTheFirst() {
        var page = draft.page("documents");
        assertEquals(draft.address("review"), press(draft, page, "next", "BILL", "bill.pdf", PDF).redirect());
        var stored = linkTo(draft.page("documents"), "bill.pdf");
        assertEquals(draft.address("review"), press(draft, page, "next", "BILL", "bill.pdf", PDF).redirect());
        assertEquals(stored, linkTo(draft.page("documents"), "bill.pdf"));
        var other = Arrays.copyOf(PDF, PDF.length + 1);
        other[PDF.length] = '\n';
        assertEquals(409, press(draft, page, "next", "BILL", "bill.pdf", other).status(), "another file");
        assertEquals(409, press(draft, page, "next", "BILL", "other.pdf", PDF).status(), "another name");
    }

    @Test
    void leavesAnOrderThatWasSentMeanwhileToItself() {
        var page = draft.page("documents");
        draft.ready().send();
        assertEquals(draft.address(), page.submit(draft.address("documents"), Map.of("go", "later")).redirect());
        assertEquals(draft.address(), page.submit(draft.address("documents"), Map.of("go", "next")).redirect());
    }

    @Test
    void staysWhereAFileWasRefusedWhateverButtonWasPressed() {
        draft.filledIn();
        for (String button : List.of("next", "back", "later", "step-numbers", "letter")) {
            var page = press(draft, draft.page("documents"), button, "BILL", "bill.pdf", new byte[] {1});
            assertEquals(400, page.status(), button);
            assertTrue(page.problemOf(page.document().getElementById("file-BILL"))
                    .startsWith("Error: bill.pdf: The file is not a PDF"), button);
        }
    }

    @Test
    void goesWithItsDraft() {
        upload(draft, "LOA", "letter.pdf", PDF);
        var link = linkTo(draft.page("documents"), "letter.pdf");
        var removal = draft.address() + "/change/removal";
        assertEquals("/port-orders", visitor.get(removal).submit(removal, Map.of()).redirect());
        assertEquals(404, visitor.get(draft.address()).status());
        assertEquals(404, visitor.get(link).status());
    }

    @Test
    void isClosedOnceTheOrderWasSent() {
        var form = draft.page("documents");
        draft.ready().send();
        assertEquals(draft.address(), draft.page("documents").redirect());
        var late = upload(draft, form, "BILL", "bill.pdf", PDF);
        assertEquals(409, late.status());
        assertTrue(late.text().contains("The order was changed meanwhile The admin changed it on"), late.text());
        assertEquals(409, upload(draft, form, "BILL", "bill.pdf", new byte[] {1}).status());
        assertEquals(409, upload(draft, form, "LOA", "loa.pdf", PDF).status());
        assertFalse(visitor.get(draft.address()).text().contains("bill.pdf"));
    }
}
