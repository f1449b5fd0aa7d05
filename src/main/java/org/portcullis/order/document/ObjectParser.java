package org.portcullis.order.document;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.COSParser;

/**
 * Reads single objects at given places, by PDFBox's own reading of names, texts and dictionaries, within the bounds of
 * {@link PdfCheckEffort}. It follows no reference and no cross-reference table. What it reads is told to an {@link ObjectListener} as it
 * is read, so that an entry counts though another one of the same name follows it in its dictionary.
 */
final class ObjectParser extends COSParser {

    private static final char[] STREAM = "stream".toCharArray();

    private final PdfCheckEffort work;
    private final ObjectListener listener;
    private final Set<String> names;
    private COSName key;

    /** @param names which were met in this file so far; those met here are added */
    ObjectParser(byte[] content, PdfCheckEffort work, ObjectListener listener, Set<String> names) throws IOException {
        super(new MeteredRead(new RandomAccessReadBuffer(content), work));
        this.work = work;
        this.listener = listener;
        this.names = names;
        document = new Unresolved();
    }

    ObjectParser(byte[] content, PdfCheckEffort work, ObjectListener listener) throws IOException {
        this(content, work, listener, new HashSet<>());
    }

    /** Of another content of the same file. */
    ObjectParser of(byte[] content) throws IOException {
        return new ObjectParser(content, work, listener, names);
    }

    /** @return the object that starts there, or null where there is none */
    COSBase at(long position) throws IOException {
        work.startObject();
        key = null;
        source.seek(position);
        return parseDirObject();
    }

    /** @return where the content of the stream starts whose dictionary was just read; -1 if it has none */
    int streamStart() {
        try {
            skipSpaces();
            if (!isString(STREAM)) {
                return -1;
            }
            source.seek(source.getPosition() + STREAM.length);
            skipWhiteSpaces();
            return (int) source.getPosition();
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        var ofEntry = key;
        key = null;
        work.startValue();
        var value = super.parseDirObject();
        work.endValue();
        key = null;
        if (ofEntry != null && value != null) {
            listener.entry(ofEntry, value);
        }
        return value;
    }

    @Override
    protected COSName parseCOSName() throws IOException {
        var name = super.parseCOSName();
        if (names.add(name.getName())) {
            work.newName();
        }
        listener.name(name);
        key = name;
        return name;
    }

    @Override
    protected COSDictionary parseCOSDictionary(boolean isDirect) throws IOException {
        var dictionary = super.parseCOSDictionary(isDirect);
        listener.dictionary(dictionary);
        return dictionary;
    }

    /** Where references lead to nothing, and none is kept. */
    private static final class Unresolved extends COSDocument {

        @Override
        public COSObject getObjectFromPool(COSObjectKey key) {
            return new COSObject(key, null);
        }
    }
}
