package org.portcullis.order.document;

import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Is told what an {@link ObjectParser} reads. */
interface ObjectListener {

    /** A name, be it a key or a value. */
    void name(COSName name);

    /** An entry of a dictionary; of a reference the first number is told alone. */
    void entry(COSName key, COSBase value) throws IOException;

    /** A whole dictionary, after its entries. */
    void dictionary(COSDictionary dictionary);
}
