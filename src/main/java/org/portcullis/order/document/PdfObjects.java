package org.portcullis.order.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;

/**
 * All objects of a PDF: those in the file itself, and those in object streams. Reads the file from front to back, as
 * readers do to repair it, and ignores cross-reference tables. This also finds what a reader may find by repairing, or
 * in an earlier version of the file, and is not misled by a wrong table or by bytes before the header.
 */
final class PdfObjects implements ObjectListener {

    private static final byte[] TRAILER = Bytes.of("trailer");

    private final byte[] content;
    private final PdfCheckEffort work;
    private final ObjectParser parser;
    private final ActiveContent active = new ActiveContent();
    /** Null if nothing is encrypted. */
    private final Decryption decryption;
    /** Their positions. */
    private final List<Integer> objectStreams = new ArrayList<>();
    /** The current object, if its texts are encrypted; or null. */
    private COSObjectKey encrypted;
    private COSDictionary encryptedTrailer;
    private boolean hasCatalog;
    private boolean hasPage;

    private PdfObjects(byte[] content, Decryption decryption) throws IOException {
        this.content = content;
        this.decryption = decryption;
        work = new PdfCheckEffort(content.length);
        parser = new ObjectParser(content, work, this);
    }

    /**
     * Reads all objects.
     *
     * @throws IOException if they can't be read
     * @throws Decryption.ProtectedException if they can't be read without a secret
     * @throws PdfCheckEffort.TooMuchException if they exceed the limits
     */
    static PdfObjects of(byte[] content) throws IOException {
        var objects = new PdfObjects(content, null);
        objects.readPlain();
        if (objects.encryptedTrailer != null) {
            // The first pass has read encrypted texts, so its results are discarded.
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

    /** @return whether the file has what every reader needs: a catalog and a page */
    boolean canBeOpened() {
        return hasCatalog && hasPage;
    }

    /**
     * Reads the objects of the file itself. Only afterwards is it known whether the file is encrypted, and can object
     * streams be read.
     */
    private void readPlain() throws IOException {
        for (int place = 0; (place = Bytes.indexOf(content, TRAILER, place,
                content.length)) >= 0; place += TRAILER.length) {
            if (read(parser, place + TRAILER.length) instanceof COSDictionary trailer) {
                trailer(trailer);
            }
        }
        for (int place = ObjectPlaces.next(content, 0); place >= 0; place = ObjectPlaces.next(content, place)) {
            var key = ObjectPlaces.key(content, place);
            encrypted = decryption == null ? null : key;
            var object = read(parser, place);
            if (object instanceof COSString text) {
                decrypt(text);
            }
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

    private static COSBase read(ObjectParser parser, int place) {
        try {
            return parser.at(place);
        } catch (IOException e) {
            // Not an object; what could be read was passed to the listener.
            return null;
        }
    }

    private void readPacked(int place) throws IOException {
        if (parser.at(place) instanceof COSDictionary dictionary) {
            var packed = ObjectStream.packed(content, dictionary, parser.streamStart(), work);
            var stream = new ObjectStream(dictionary, decryption == null ? packed
                    : decryption.decrypted(packed, ObjectPlaces.key(content, place)), work);
            var packedObjects = parser.of(stream.content());
            for (var entry : stream.entries()) {
                active.single(new COSObjectKey(entry.number(), 0), read(packedObjects, entry.place()));
            }
        }
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
            for (int place = ObjectPlaces.next(content, 0); place >= 0; place = ObjectPlaces.next(content, place)) {
                if (ObjectPlaces.key(content, place).equals(reference.getKey())) {
                    encryption = read(parser, place);
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
        if (value instanceof COSString text && ActiveContent.isFileName(key)) {
            decrypt(text);
        }
        active.entry(key, value);
    }

    /**
     * A text that is plain in an encrypted file is not decrypted: another trailer, used by some readers, may not
     * declare encryption.
     */
    private void decrypt(COSString text) throws IOException {
        if (encrypted != null && !Bytes.isText(text.getBytes())) {
            decryption.decrypt(text, encrypted);
        }
    }

    @Override
    public void dictionary(COSDictionary dictionary) {
        active.dictionary(dictionary);
        var type = dictionary.getItem(COSName.TYPE);
        // Some writers omit the type.
        hasCatalog |= COSName.CATALOG.equals(type) || type == null && dictionary.containsKey(COSName.PAGES);
        hasPage |= COSName.PAGE.equals(type)
                || type == null && dictionary.containsKey(COSName.PARENT) && dictionary.containsKey(COSName.CONTENTS);
    }
}
