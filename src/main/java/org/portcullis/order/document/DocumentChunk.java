package org.portcullis.order.document;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** A part of a document's content, small enough for every database's binary columns, including the 1 MB of H2. */
@Entity
@Table(name = "document_chunk")
@IdClass(DocumentChunk.Key.class)
class DocumentChunk extends PanacheEntityBase {

    static final int SIZE = 256 * 1024;

    @Id
    @Column(name = "document_id")
    UUID documentId;

    @Id
    int position;

    byte[] content;

    record Key(UUID documentId, int position) {
    }

    /**
     * Stores the content of the stream, keeping only one chunk in memory at a time.
     *
     * @return its length in bytes
     */
    static long store(UUID documentId, InputStream content) throws IOException {
        long size = 0;
        byte[] bytes;
        for (int position = 0; (bytes = content.readNBytes(SIZE)).length > 0; position++) {
            var chunk = new DocumentChunk();
            chunk.documentId = documentId;
            chunk.position = position;
            chunk.content = bytes;
            chunk.persist();
            flush();
            getEntityManager().detach(chunk);
            size += bytes.length;
        }
        return size;
    }

    static Optional<byte[]> content(UUID documentId, int position) {
        return DocumentChunk.<DocumentChunk>findByIdOptional(new Key(documentId, position)).map(chunk -> chunk.content);
    }

    static void deleteOf(UUID documentId) {
        delete("documentId", documentId);
    }
}
