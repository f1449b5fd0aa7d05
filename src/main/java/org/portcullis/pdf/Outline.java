package org.portcullis.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** What a PDF says about itself to those who can't see it: its title, its language, and what each piece of it is. */
final class Outline {

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement("Document", root);
    /** For each page the elements that its pieces belong to, in the order of their numbers. */
    private final Map<PDPage, COSArray> owners = new HashMap<>();
    private PDStructureElement current;

    Outline(PDDocument document, String title, Locale language) {
        document.getDocumentInformation().setTitle(title);
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(language.toLanguageTag());
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        var marks = new PDMarkInfo();
        marks.setMarked(true);
        catalog.setMarkInfo(marks);
        catalog.setStructureTreeRoot(root);
        root.appendKid(whole);
    }

    /** What is marked from now on is one heading or paragraph. */
    void begin(String tag) {
        current = new PDStructureElement(tag, whole);
        whole.appendKid(current);
    }

    /** Begins a piece of the current heading or paragraph. */
    void mark(PDPage page, PDPageContentStream content) throws IOException {
        var pieces = owners.computeIfAbsent(page, key -> new COSArray());
        int number = pieces.size();
        pieces.add(current.getCOSObject());
        var reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(number);
        current.appendKid(reference);
        content.beginMarkedContent(COSName.getPDFName(current.getStructureType()), number);
    }

    /** Begins something that is not read aloud. */
    static void markAsDecoration(PDPageContentStream content) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
    }

    /** Once the last page is full: which elements the pieces of each page belong to. */
    void write() {
        var numbers = new COSArray();
        int index = 0;
        for (var entry : owners.entrySet()) {
            entry.getKey().setStructParents(index);
            numbers.add(COSInteger.get(index++));
            numbers.add(entry.getValue());
        }
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.getCOSObject().setItem(COSName.NUMS, numbers);
        root.setParentTree(tree);
        root.setParentTreeNextKey(index);
    }
}
