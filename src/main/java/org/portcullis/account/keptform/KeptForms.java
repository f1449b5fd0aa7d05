package org.portcullis.account.keptform;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.portcullis.settings.Encryption;
import org.portcullis.settings.ServerKeys;

/**
 * Stores kept forms for half an hour, each for one person. They are encrypted with a key derived from the session key,
 * and bound to their row and person: access to the database alone is not enough to read a form or give it to another
 * person.
 */
@ApplicationScoped
class KeptForms {

    static final Duration KEPT = Duration.ofMinutes(30);

    /** How long a person who comes after that is told that the form was deleted. */
    private static final Duration REMEMBERED = Duration.ofHours(24);
    /** Enough for 500,000 digits, the longest list that a form accepts, after compression. */
    private static final int MOST_BYTES = 256 << 10;
    /** In characters, before compression. */
    private static final int MOST_TEXT = 3 << 20;
    private static final int MOST_FORMS = 20;

    private final Encryption encryption;
    private final Clock clock;

    @Inject
    KeptForms(ServerKeys keys, Clock clock) {
        this.encryption = new Encryption(keys.session(), "kept-form");
        this.clock = clock;
    }

    /**
     * A form as it is given back to its person.
     *
     * @param sent null once it is no longer kept
     */
    record Kept(UUID id, Origin origin, SentForm sent) {
    }

    /**
     * @param replaced id of the kept form that this one was filled in from, or null
     * @return the id of the kept form; empty if it is too large to keep
     */
    @Transactional
    Optional<UUID> keep(UUID person, Origin origin, SentForm sent, UUID replaced) {
        var text = sent.encoded();
        var id = UUID.randomUUID();
        var content = text.length() > MOST_TEXT ? null : encrypted(text, id, person);
        if (content == null || content.length > MOST_BYTES) {
            return Optional.empty();
        }
        if (replaced != null) {
            KeptForm.remove(person, replaced);
        }
        KeptForm.keep(id, person, clock.instant(), encrypted(origin.encoded(), id, person), content);
        KeptForm.removeOldestOf(person, MOST_FORMS);
        return Optional.of(id);
    }

    /** @return that person's form; empty also if it can't be decrypted, for example after the key was replaced */
    @Transactional
    Optional<Kept> find(UUID person, UUID id) {
        return KeptForm.of(person, id).flatMap(this::read);
    }

    @Transactional
    void remove(UUID person, UUID id) {
        KeptForm.remove(person, id);
    }

    @Scheduled(every = "5m", delayed = "1m")
    @Transactional
    void forgetOld() {
        var now = clock.instant();
        KeptForm.emptyBefore(now.minus(KEPT));
        KeptForm.removeBefore(now.minus(REMEMBERED));
    }

    private Optional<Kept> read(KeptForm form) {
        var isKept = form.content != null && form.keptAt.plus(KEPT).isAfter(clock.instant());
        try {
            var origin = Origin.decoded(decrypted(form.origin, form));
            return Optional
                    .of(new Kept(form.id, origin, isKept ? SentForm.decoded(decrypted(form.content, form)) : null));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private byte[] encrypted(String text, UUID id, UUID person) {
        var compressed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(compressed)) {
            deflater.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encryption.encrypt(compressed.toByteArray(), owner(id, person));
    }

    private String decrypted(byte[] encrypted, KeptForm form) throws GeneralSecurityException {
        var compressed = encryption.decrypt(encrypted, owner(form.id, form.userId));
        try (var inflater = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            return new String(inflater.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String owner(UUID id, UUID person) {
        return id + " " + person;
    }
}
