package org.portcullis.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;

/**
 * What a PDF could do when it is opened, which no bill and no letter needs: scripts, programs and files that it starts,
 * forms that it sends, media, and files carried inside. Only the XML of electronic invoices (Factur-X, ZUGFeRD) may be.
 */
final class ActiveContent {

    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToE", "Rendition",
            "RichMediaExecute", "Movie", "Sound");
    private static final Set<String> ANNOTATIONS = Set.of("RichMedia", "Screen", "Movie", "Sound", "3D");
    private static final Set<String> ENTRIES = Set.of("JavaScript", "XFA");
    private static final List<COSName> FILE_NAMES = List.of(COSName.UF, COSName.F);

    private ActiveContent() {
    }

    /** Every object of the file is looked at, reachable or not, without recursion. */
    static boolean isIn(COSDocument document) {
        // A copy: looking at objects adds to the table.
        for (var key : new ArrayList<>(document.getXrefTable().keySet())) {
            if (isIn(document.getObjectFromPool(key).getObject())) {
                return true;
            }
        }
        return isIn(document.getTrailer());
    }

    private static boolean isIn(COSBase object) {
        Deque<COSBase> open = new ArrayDeque<>();
        add(open, object);
        while (!open.isEmpty()) {
            var next = open.pop();
            if (next instanceof COSDictionary dictionary) {
                if (isActive(dictionary)) {
                    return true;
                }
                dictionary.getValues().forEach(value -> add(open, value));
            } else if (next instanceof COSArray array) {
                array.forEach(value -> add(open, value));
            }
        }
        return false;
    }

    /** References are not followed: what they name has its own turn. */
    private static void add(Deque<COSBase> open, COSBase object) {
        if (object instanceof COSDictionary || object instanceof COSArray) {
            open.push(object);
        }
    }

    private static boolean isActive(COSDictionary dictionary) {
        return holds(ACTIONS, dictionary, COSName.S)
                || holds(ANNOTATIONS, dictionary, COSName.SUBTYPE)
                || dictionary.keySet().stream().anyMatch(key -> ENTRIES.contains(key.getName()))
                || dictionary.containsKey(COSName.EF) && !isXml(dictionary);
    }

    private static boolean holds(Set<String> names, COSDictionary dictionary, COSName key) {
        var name = dictionary.getNameAsString(key);
        return name != null && names.contains(name);
    }

    private static boolean isXml(COSDictionary file) {
        var names = FILE_NAMES.stream().map(file::getString).filter(name -> name != null).toList();
        return !names.isEmpty() && names.stream().allMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(".xml"));
    }
}
