package org.portcullis.order.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;

/**
 * Active content of a PDF, which no bill and no letter needs: scripts, programs and files that it starts or fetches,
 * forms that it sends, media, and embedded files. Only the XML of electronic invoices (Factur-X, ZUGFeRD) is allowed.
 * Every object of the file is checked, whether or not it is referenced.
 */
final class ActiveContent {

    /** Names with the same meaning wherever they occur (ISO 32000-2, 12.6.4). */
    private static final Map<String, DocumentProblem> NAMES = Map.ofEntries(
            Map.entry("JavaScript", DocumentProblem.SCRIPT),
            Map.entry("Launch", DocumentProblem.PROGRAM_START),
            Map.entry("GoToR", DocumentProblem.OUTSIDE_FILE),
            Map.entry("GoToE", DocumentProblem.OUTSIDE_FILE),
            Map.entry("SubmitForm", DocumentProblem.FORM_SENDING),
            Map.entry("ImportData", DocumentProblem.DATA_IMPORT),
            Map.entry("Rendition", DocumentProblem.MEDIA),
            Map.entry("RichMedia", DocumentProblem.MEDIA),
            Map.entry("RichMediaExecute", DocumentProblem.MEDIA),
            Map.entry("XFA", DocumentProblem.XFA_FORM));
    /** Names that have this meaning only as the type of an action or an annotation. */
    private static final Map<String, DocumentProblem> TYPES = Map.of(
            "Thread", DocumentProblem.OUTSIDE_FILE,
            "Movie", DocumentProblem.MEDIA,
            "Sound", DocumentProblem.MEDIA,
            "Screen", DocumentProblem.MEDIA,
            "3D", DocumentProblem.MEDIA);
    private static final Set<String> TYPE_KEYS = Set.of("S", "Subtype");
    private static final Set<String> LINK_KEYS = Set.of("URI", "Base", "Desc");
    /** The keys of a file specification that name its file (ISO 32000-2, 7.11.3). */
    private static final Set<String> FILE_KEYS = Set.of("F", "UF", "DOS", "Mac", "Unix");
    private static final String XML = ".xml";

    private final Set<DocumentProblem> found = EnumSet.noneOf(DocumentProblem.class);
    private final Map<COSObjectKey, String> texts = new HashMap<>();
    private final Set<COSObjectKey> namedElsewhere = new HashSet<>();
    private final List<List<COSBase>> carried = new ArrayList<>();
    private boolean hasForm;
    private int namedFiles;

    /** @return whether a text under that key is a file name */
    static boolean isFileName(COSName key) {
        return LINK_KEYS.contains(key.getName()) || FILE_KEYS.contains(key.getName());
    }

    void name(COSName name) {
        add(NAMES.get(name.getName()));
    }

    /** @param value for a reference, its first number only */
    void entry(COSName key, COSBase value) {
        var name = key.getName();
        if (value instanceof COSName type && TYPE_KEYS.contains(name)) {
            add(TYPES.get(type.getName()));
        } else if (value instanceof COSString text) {
            namedFiles += FILE_KEYS.contains(name) ? 1 : 0;
            if (isFileName(key) && FileReference.isLocal(text.getString())) {
                found.add(DocumentProblem.OUTSIDE_FILE);
            }
        }
    }

    void dictionary(COSDictionary dictionary) {
        hasForm |= COSName.WIDGET.equals(dictionary.getItem(COSName.SUBTYPE));
        var names = FILE_KEYS.stream().map(dictionary::getItem).filter(Objects::nonNull).toList();
        if (dictionary.containsKey(COSName.EF)) {
            carried.add(names);
            PdfCheckEffort.require(carried.size() <= 1_000, "The file carries too many others");
        } else {
            names.stream().filter(COSObject.class::isInstance).forEach(name -> namedElsewhere.add(name.getKey()));
        }
    }

    /** An object that is only a type or a text; references to it are not followed. */
    void single(COSObjectKey key, COSBase object) {
        if (object instanceof COSName type) {
            add(TYPES.get(type.getName()));
        } else if (object instanceof COSString text) {
            texts.put(key, text.getString());
            if (FileReference.isLocal(text.getString())) {
                found.add(DocumentProblem.OUTSIDE_FILE);
            }
        }
    }

    /** The dictionary of a stream, the content of which may be in another file (ISO 32000-2, 7.3.8.2). */
    void stream(COSDictionary dictionary) {
        if (dictionary.containsKey(COSName.F)) {
            found.add(DocumentProblem.OUTSIDE_FILE);
        }
    }

    /** @return the problem found; of several, the most specific one */
    Optional<DocumentProblem> problem() {
        var files = carried.stream().flatMap(List::stream).filter(COSString.class::isInstance).count();
        if (!carried.stream().allMatch(this::isXml)) {
            found.add(DocumentProblem.ATTACHMENT);
        } else if (namedFiles > files || namedElsewhere.stream().anyMatch(texts::containsKey)) {
            found.add(DocumentProblem.OUTSIDE_FILE);
        }
        if (hasForm && found.remove(DocumentProblem.SCRIPT)) {
            found.add(DocumentProblem.SCRIPTED_FORM);
        }
        return found.stream().findFirst();
    }

    private boolean isXml(List<COSBase> names) {
        return !names.isEmpty() && names.stream().map(this::text)
                .allMatch(name -> name != null && name.toLowerCase(Locale.ROOT).endsWith(XML));
    }

    private String text(COSBase name) {
        return name instanceof COSString text ? text.getString() : texts.get(name.getKey());
    }

    private void add(DocumentProblem problem) {
        if (problem != null) {
            found.add(problem);
        }
    }
}
