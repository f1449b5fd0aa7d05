package org.portcullis.order.document;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.portcullis.pdf.PdfDocument;
import org.portcullis.web.i18n.Languages;

/**
 * The contents of a letter of authorization (LOA) for a port in. Any change of them invalidates a signature.
 *
 * @param organization that signs the letter
 * @param provider that it authorizes; null if the letter says "the new carrier"
 * @param losingCarrier who is to release the numbers
 * @param place the line below the street, with the ZIP code
 * @param btn billing telephone number, in E.164
 * @param numbers as shown in the letter, one range per line
 * @param full whether all numbers of the account are ported
 * @param replacementBtn in E.164; null if the BTN stays or all numbers are ported
 * @param requestedDate null if none is requested
 */
public record LetterOfAuthorization(String organization, String provider, String losingCarrier, String accountName,
        String accountNumber, String authorizedPerson, String street, String place, String btn, List<String> numbers,
        boolean full, String replacementBtn, LocalDate requestedDate) {

    public LetterOfAuthorization {
        Objects.requireNonNull(organization);
        Objects.requireNonNull(losingCarrier);
        numbers = List.copyOf(numbers);
    }

    /** @return SHA-256 in hexadecimal of all contents, independent of the language */
    public String digest() {
        var canonical = new ByteArrayOutputStream();
        try (var output = new DataOutputStream(canonical)) {
            for (String part : new String[] {organization, provider, losingCarrier, accountName, accountNumber,
                authorizedPerson, street, place, btn, String.valueOf(full), replacementBtn,
                requestedDate == null ? null : requestedDate.toString()}) {
                write(output, part);
            }
            for (String number : numbers) {
                write(output, number);
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the length first, so that different letters never produce the same bytes. */
    private static void write(DataOutputStream output, String part) throws IOException {
        var bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
        output.writeInt(part == null ? -1 : bytes.length);
        output.write(bytes);
    }

    /** @return the letter's text in that language, for the page on which it is signed */
    public LetterText text(Locale language) {
        return LetterText.of(this, language);
    }

    /** @return the signed letter as a PDF */
    public byte[] pdf(Locale language, Signature signature) {
        var text = text(language);
        var words = Languages.words(DocumentMessages.class, language);
        try (var paper = new PdfDocument(text.title(), language)) {
            text.facts().forEach(fact -> paper.fact(fact.label(), fact.value()));
            paper.heading(text.statementsTitle());
            text.statements().forEach(paper::paragraph);
            paper.heading(words.loaSignature());
            paper.paragraph(words.loaSigned());
            text.signedWith(signature).forEach(fact -> paper.fact(fact.label(), fact.value()));
            paper.heading(text.numbersTitle());
            paper.columns(numbers);
            return paper.toBytes();
        }
    }
}
