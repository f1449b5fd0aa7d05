package org.portcullis.order.document;

import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Receives what an {@link ObjectParser} reads. */
interface ObjectListener {

    /** A name, either a key or a value. */
    void name(COSName name);

    /** An entry of a dictionary; for a reference, only its first number is passed. */
    void entry(COSName key, COSBase value) throws IOException;

    /** A complete dictionary, after its entries. */
    void dictionary(COSDictionary dictionary);
}
