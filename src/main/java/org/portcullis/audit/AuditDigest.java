package org.portcullis.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.portcullis.settings.KeyRing;

/**
 * The keyed digests (HMAC-SHA-256) that only the portal can make: of an entry, of its place in the chain, and of the
 * chain's two ends. Each field is written with its length, so that no two contents are digested alike.
 */
final class AuditDigest {

    /** What the first entry is linked to. */
    static final String BEGINNING = "0".repeat(64);

    private final KeyRing keys;

    AuditDigest(KeyRing keys) {
        this.keys = keys;
    }

    String currentKeyId() {
        return keys.currentId();
    }

    Set<String> keyIds() {
        return keys.ids();
    }

    boolean knows(String keyId) {
        return keyId != null && keys.byId(keyId).isPresent();
    }

    /** Gives the entry its digest, with the current key. */
    void digest(AuditEntry entry) {
        entry.keyId = keys.currentId();
        entry.digest = of(entry);
    }

    /** @return whether the entry is what the portal wrote; its key must be known */
    boolean isGenuine(AuditEntry entry) {
        return entry.digest != null && same(entry.digest, of(entry));
    }

    /** @return the digest of the entry as it is now, with the key that it names */
    String of(AuditEntry entry) {
        var input = new Input("entry").id(entry.id).moment(entry.at).text(entry.event).id(entry.actorId)
                .text(entry.actorName)
                .id(entry.organizationId).id(entry.subjectId).text(entry.subjectName).text(entry.detail)
                .text(entry.address)
                .flag(entry.adopted);
        return mac(entry.keyId, input);
    }

    /** @return what ties an entry to its place and to the entry before it */
    String link(String keyId, String previous, long sequence, String digest) {
        return mac(keyId, new Input("link").text(previous).number(sequence).text(digest));
    }

    /** Gives the two ends their digest, with the current key. */
    void digest(AuditHead head) {
        head.keyId = keys.currentId();
        head.digest = of(head);
    }

    /** @return whether the two ends are what the portal wrote */
    boolean isGenuine(AuditHead head) {
        return head.digest != null && knows(head.keyId) && same(head.digest, of(head));
    }

    private String of(AuditHead head) {
        var input = new Input("head").number(head.sequence).text(head.link).moment(head.since).flag(head.adopting)
                .number(head.adoptedCount).number(head.prunedSequence).text(head.prunedLink).number(head.prunedCount)
                .moment(head.prunedBefore).moment(head.prunedAt);
        return mac(head.keyId, input);
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String keyId, Input input) {
        SecretKey key = keys.byId(keyId)
                .orElseThrow(() -> new IllegalStateException("portcullis.audit.keys lacks the key " + keyId));
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(input.text(keyId).bytes.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is digested: each value with whether it is there and how long it is, after what it is the digest of. */
    private static final class Input {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        private final DataOutputStream output = new DataOutputStream(bytes);

        Input(String purpose) {
            text(purpose);
        }

        Input text(String value) {
            return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        }

        Input id(UUID value) {
            return text(value == null ? null : value.toString());
        }

        /** In microseconds, which is what both databases keep. */
        Input moment(Instant value) {
            return value == null ? bytes(null) : number(value.getEpochSecond()).number(value.getNano() / 1_000);
        }

        Input number(long value) {
            return text(Long.toString(value));
        }

        Input flag(boolean value) {
            return number(value ? 1 : 0);
        }

        private Input bytes(byte[] value) {
            try {
                output.writeInt(value == null ? -1 : value.length);
                if (value != null) {
                    output.write(value);
                }
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
