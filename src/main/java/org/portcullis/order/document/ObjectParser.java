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
 * Parses single objects at given positions, with PDFBox's parsing of names, texts and dictionaries, within the limits
 * of {@link PdfCheckEffort}. It follows no reference and no cross-reference table. Each element is passed to an
 * {@link ObjectListener} when it is read, so that a dictionary entry is checked even if a later one has the same name.
 */
final class ObjectParser extends COSParser {

    private static final char[] STREAM = "stream".toCharArray();

    private final PdfCheckEffort work;
    private final ObjectListener listener;
    private final Set<String> names;
    private COSName key;

    /** @param names found in this file so far; new ones are added */
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

    /** Creates a parser for other content of the same file. */
    ObjectParser of(byte[] content) throws IOException {
        return new ObjectParser(content, work, listener, names);
    }

    /** @return the object at this position, or null if there is none */
    COSBase at(long position) throws IOException {
        work.startObject();
        key = null;
        source.seek(position);
        return parseDirObject();
    }

    /** @return the start of the content of the stream whose dictionary was just read; -1 if it has none */
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

    /** Resolves no references and stores none. */
    private static final class Unresolved extends COSDocument {

        @Override
        public COSObject getObjectFromPool(COSObjectKey key) {
            return new COSObject(key, null);
        }
    }
}
