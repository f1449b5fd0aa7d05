package org.portcullis.order.document;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.account.SignedIn.Person;

/**
 * A PDF that belongs to a port order. Its content is in {@link DocumentChunk}s; the portal never parses it again after
 * the check.
 */
@Entity
@Table(name = "document")
public class Document extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "order_id")
    public UUID orderId;

    @Column(name = "organization_id")
    public UUID organizationId;

    @Enumerated(EnumType.STRING)
    public DocumentKind kind;

    /** The file's name, as cleaned by {@link FileName}. */
    public String name;

    /** In bytes. */
    public long size;

    @Column(name = "stored_at")
    public Instant storedAt;

    @Column(name = "stored_by")
    public String storedBy;

    /** Name typed as signature; this and the following fields are null for an uploaded document. */
    @Column(name = "signed_name")
    public String signedName;

    @Column(name = "signed_at")
    public Instant signedAt;

    /** IP address from which it was signed. */
    @Column(name = "signed_address")
    public String signedAddress;

    /** Digest of the signed letter's contents; see {@link LetterOfAuthorization#digest()}. */
    String digest;

    /** BCP 47 tag of the language in which the letter was signed. */
    public String language;

    /** @return the order's documents, the letter of authorization first */
    public static List<Document> of(UUID orderId) {
        return list("orderId = ?1 order by kind desc", orderId);
    }

    public static Optional<Document> of(UUID orderId, DocumentKind kind) {
        return find("orderId = ?1 and kind = ?2", orderId, kind).firstResultOptional();
    }

    /** @return the document, if it exists and the person may see it */
    public static Optional<Document> visibleTo(Person person, UUID id) {
        return person.isDesk() ? findByIdOptional(id)
                : find("id = ?1 and organizationId = ?2", id, person.organizationId()).firstResultOptional();
    }

    /**
     * Stores an uploaded document that {@link PdfCheck} has accepted. It replaces the order's earlier document of that
     * kind, which is deleted: only the latest is ever sent. Must be called in a transaction that holds the order's row.
     */
    public static Document store(UUID orderId, UUID organizationId, DocumentKind kind, FileName name,
            InputStream content,
            String storedBy, Instant now) {
        return create(orderId, organizationId, kind, name, storedBy, now).filledWith(content);
    }

    /** Stores a letter that was signed in the portal as a PDF; it replaces an earlier one likewise. */
    public static Document store(UUID orderId, UUID organizationId, FileName name, LetterOfAuthorization letter,
            Signature signature, Locale language) {
        var document = create(orderId, organizationId, DocumentKind.LOA, name, signature.name(), signature.at());
        document.signedName = signature.name();
        document.signedAt = signature.at();
        document.signedAddress = signature.address();
        document.digest = letter.digest();
        document.language = language.toLanguageTag();
        return document.filledWith(new ByteArrayInputStream(letter.pdf(language, signature)));
    }

    private static Document create(UUID orderId, UUID organizationId, DocumentKind kind, FileName name, String storedBy,
            Instant now) {
        of(orderId, kind).ifPresent(Document::remove);
        var document = new Document();
        document.id = UUID.randomUUID();
        document.orderId = orderId;
        document.organizationId = organizationId;
        document.kind = kind;
        document.name = name.value();
        document.storedAt = now;
        document.storedBy = storedBy;
        document.persist();
        return document;
    }

    private Document filledWith(InputStream content) {
        flush();
        try {
            size = DocumentChunk.store(id, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** @return whether the document has this name and content */
    public boolean is(FileName fileName, InputStream content) throws IOException {
        if (!name.equals(fileName.value())) {
            return false;
        }
        for (int position = 0;; position++) {
            var bytes = content.readNBytes(DocumentChunk.SIZE);
            var stored = DocumentChunk.content(id, position);
            if (bytes.length == 0 || stored.isEmpty() || !Arrays.equals(bytes, stored.get())) {
                return bytes.length == 0 && stored.isEmpty();
            }
        }
    }

    /** Deletes it with its content, immediately, so that another of its kind can be stored in the same transaction. */
    public void remove() {
        DocumentChunk.deleteOf(id);
        delete();
        flush();
    }

    public boolean isSigned() {
        return digest != null;
    }

    /** @return whether it was signed in the portal and its contents differ from the order's current data */
    public boolean isVoid(LetterOfAuthorization now) {
        return isSigned() && !digest.equals(now.digest());
    }

    public FileName fileName() {
        return FileName.of(name);
    }
}
