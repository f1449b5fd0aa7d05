package org.portcullis.order.document;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdmodel.encryption.PDEncryption;
import org.apache.pdfbox.pdmodel.encryption.SecurityHandler;
import org.apache.pdfbox.pdmodel.encryption.StandardDecryptionMaterial;
import org.apache.pdfbox.pdmodel.encryption.StandardSecurityHandler;

/** Decrypts a PDF that opens without a password, such as one with restricted printing or editing. */
final class Decryption {

    private static final String NO_PASSWORD = "";

    private final SecurityHandler<?> handler;

    /**
     * @param encryption the encryption dictionary (ISO 32000-2, 7.6.2)
     * @param id the file's identifier from its trailer, or null
     * @throws ProtectedException if the file opens only with a password or a certificate
     */
    Decryption(COSDictionary encryption, COSArray id) {
        if (!StandardSecurityHandler.FILTER.equals(encryption.getNameAsString(COSName.FILTER))) {
            throw new ProtectedException(DocumentProblem.ENCRYPTED_BY_CERTIFICATE);
        }
        try {
            var standard = new PDEncryption(encryption);
            handler = standard.getSecurityHandler();
            handler.prepareForDecryption(standard, id, new StandardDecryptionMaterial(NO_PASSWORD));
        } catch (IOException e) {
            throw new ProtectedException(DocumentProblem.ENCRYPTED);
        }
    }

    void decrypt(COSString text, COSObjectKey object) throws IOException {
        handler.decrypt(text, object.getNumber(), object.getGeneration());
    }

    byte[] decrypted(byte[] content, COSObjectKey object) throws IOException {
        var view = new RandomAccessReadView(new RandomAccessReadBuffer(content), 0, content.length);
        try (var stream = new COSStream(null, view)) {
            handler.decryptStream(stream, object.getNumber(), object.getGeneration());
            try (var input = stream.createRawInputStream()) {
                return input.readAllBytes();
            }
        }
    }

    /** The file can't be read without a secret. */
    static final class ProtectedException extends RuntimeException {

        private final DocumentProblem problem;

        ProtectedException(DocumentProblem problem) {
            super(problem.name());
            this.problem = problem;
        }

        DocumentProblem getProblem() {
            return problem;
        }
    }
}
