package org.portcullis.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;

/**
 * All objects of a PDF: each that stands somewhere in the file, and each that an object stream packs. It goes through the file
 * from front to back, as readers do to repair it, and believes no cross-reference table. So what one reader may find by
 * repairing, or in an earlier version of the file, is seen as well, and neither a wrong table nor bytes before the header matter.
 */
final class PdfObjects implements ObjectListener {

    private static final byte[] OBJECT = Bytes.of("obj");
    private static final byte[] TRAILER = Bytes.of("trailer");
    private static final byte[] END_OF_STREAM = Bytes.of("endstream");

    private final byte[] content;
    private final Work work;
    private final ObjectParser parser;
    private final ActiveContent active = new ActiveContent();
    /** Null while nothing is encrypted. */
    private final Decryption decryption;
    /** Where they start, by the word before them. */
    private final List<Integer> objectStreams = new ArrayList<>();
    /** The object being read whose texts are encrypted; or null. */
    private COSObjectKey encrypted;
    private COSDictionary encryptedTrailer;
    private boolean hasCatalog;
    private boolean hasPage;

    private PdfObjects(byte[] content, Decryption decryption) throws IOException {
        this.content = content;
        this.decryption = decryption;
        work = new Work(content.length);
        parser = new ObjectParser(content, work, this);
    }

    /**
     * Reads them all.
     *
     * @throws IOException if they can't be read
     * @throws Decryption.ProtectedException if they can't be read without a secret
     * @throws Work.TooMuchException if they are more than a real file holds
     */
    static PdfObjects of(byte[] content) throws IOException {
        var objects = new PdfObjects(content, null);
        objects.readPlain();
        if (objects.encryptedTrailer != null) {
            // What was found so far was found in encrypted texts.
            objects = new PdfObjects(content, objects.decryption());
            objects.readPlain();
        }
        for (int place : objects.objectStreams) {
            objects.readPacked(place);
        }
        return objects;
    }

    ActiveContent active() {
        return active;
    }

    /** @return whether there is what every reader starts from: a catalog, and a page */
    boolean canBeOpened() {
        return hasCatalog && hasPage;
    }

    /** Reads what stands in the file itself. Only then is known whether it is encrypted, and object streams can be read. */
    private void readPlain() {
        for (int place = 0; (place = Bytes.indexOf(content, TRAILER, place, content.length)) >= 0; place += TRAILER.length) {
            if (read(parser, place + TRAILER.length) instanceof COSDictionary trailer) {
                trailer(trailer);
            }
        }
        for (int place = next(0); place >= 0; place = next(place + OBJECT.length)) {
            var key = ObjectNumber.before(content, place);
            encrypted = decryption == null ? null : key;
            var object = read(parser, place + OBJECT.length);
            encrypted = null;
            active.single(key, object);
            if (object instanceof COSDictionary dictionary && parser.streamStart() >= 0) {
                active.stream(dictionary);
                if (COSName.XREF.equals(dictionary.getItem(COSName.TYPE))) {
                    trailer(dictionary);
                } else if (ObjectStream.isOne(dictionary)) {
                    objectStreams.add(place);
                }
            }
        }
    }

    private int next(int start) {
        int place = Bytes.indexOf(content, OBJECT, start, content.length);
        while (place >= 0 && (place > 0 && Bytes.isLetter(content[place - 1])
                || place + OBJECT.length < content.length && Bytes.isLetter(content[place + OBJECT.length]))) {
            place = Bytes.indexOf(content, OBJECT, place + OBJECT.length, content.length);
        }
        return place;
    }

    private static COSBase read(ObjectParser parser, int place) {
        try {
            return parser.at(place);
        } catch (IOException e) {
            // No object; what could be read of it was told.
            return null;
        }
    }

    private void readPacked(int place) throws IOException {
        if (parser.at(place + OBJECT.length) instanceof COSDictionary dictionary) {
            var start = parser.streamStart();
            var packed = Arrays.copyOfRange(content, start, end(dictionary, start));
            var stream = new ObjectStream(dictionary, decryption == null ? packed
                    : decryption.decrypted(packed, ObjectNumber.before(content, place)), work);
            var packedObjects = parser.of(stream.content());
            for (var entry : stream.entries()) {
                active.single(new COSObjectKey(entry.number(), 0), read(packedObjects, entry.place()));
            }
        }
    }

    /** The length that the stream says if it ends there, or else where its end is marked. */
    private int end(COSDictionary dictionary, int start) {
        if (dictionary.getItem(COSName.LENGTH) instanceof COSInteger length) {
            var end = Math.min(content.length, Math.max(start, start + length.longValue()));
            var mark = Bytes.indexOf(content, END_OF_STREAM, (int) end, (int) Math.min(content.length, end + END_OF_STREAM.length + 2));
            if (mark >= 0) {
                return (int) end;
            }
        }
        var mark = Bytes.indexOf(content, END_OF_STREAM, start, content.length);
        var end = mark < 0 ? content.length : mark;
        if (end > start && content[end - 1] == '\n') {
            end--;
        }
        return end > start && content[end - 1] == '\r' ? end - 1 : end;
    }

    private void trailer(COSDictionary trailer) {
        if (trailer.containsKey(COSName.ENCRYPT)) {
            encryptedTrailer = trailer;
        }
    }

    private Decryption decryption() throws IOException {
        var encryption = encryptedTrailer.getItem(COSName.ENCRYPT);
        if (encryption instanceof COSObject reference) {
            encryption = null;
            for (int place = next(0); place >= 0; place = next(place + OBJECT.length)) {
                if (ObjectNumber.before(content, place).equals(reference.getKey())) {
                    encryption = read(parser, place + OBJECT.length);
                }
            }
        }
        if (encryption instanceof COSDictionary dictionary) {
            return new Decryption(dictionary, encryptedTrailer.getItem(COSName.ID) instanceof COSArray id ? id : null);
        }
        throw new IOException("The encryption dictionary is missing");
    }

    @Override
    public void name(COSName name) {
        active.name(name);
    }

    @Override
    public void entry(COSName key, COSBase value) throws IOException {
        if (encrypted != null && value instanceof COSString text && ActiveContent.isFileName(key)) {
            decryption.decrypt(text, encrypted);
        }
        active.entry(key, value);
    }

    @Override
    public void dictionary(COSDictionary dictionary) {
        active.dictionary(dictionary);
        var type = dictionary.getItem(COSName.TYPE);
        // Some writers forget the type.
        hasCatalog |= COSName.CATALOG.equals(type) || type == null && dictionary.containsKey(COSName.PAGES);
        hasPage |= COSName.PAGE.equals(type)
                || type == null && dictionary.containsKey(COSName.PARENT) && dictionary.containsKey(COSName.CONTENTS);
    }
}
