package org.portcullis.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.qute.TemplateInstance;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.portcullis.account.User;
import org.portcullis.web.Letter;

/** An e-mail in the outbox, in its reader's language, to the address on record when it was written. */
@Entity
@Table(name = "notice")
public class Notice extends PanacheEntityBase {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
    private static final Duration LONGEST_RETRY = Duration.ofHours(6);
    /** Longer than a mail server takes to answer; a process that dies meanwhile leaves the notice to the others. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    @Id
    public UUID id;

    public String recipient;

    /** BCP 47 tag. */
    public String language;

    public String subject;

    public String body;

    @Column(name = "created_at")
    public Instant createdAt;

    public int attempts;

    @Column(name = "next_attempt_at")
    public Instant nextAttemptAt;

    @Column(name = "sent_at")
    public Instant sentAt;

    /** Puts an e-mail to the person into the outbox, in the transaction under way. */
    public static void write(User reader, String subject, TemplateInstance body, Instant now) {
        var notice = new Notice();
        notice.id = UUID.randomUUID();
        notice.recipient = reader.email;
        notice.language = reader.noticeLanguage().toLanguageTag();
        notice.subject = subject;
        notice.body = Letter.of(body, reader.noticeLanguage(), reader.zone());
        notice.createdAt = now;
        notice.nextAttemptAt = now;
        notice.persist();
    }

    static List<UUID> due(Instant now, int limit) {
        return getEntityManager()
                .createQuery("select id from Notice where sentAt is null and nextAttemptAt <= :now order by nextAttemptAt", UUID.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** @return whether the caller is the one process that may try to deliver it now */
    static boolean claim(UUID id, Instant now) {
        return update("attempts = attempts + 1, nextAttemptAt = ?1 where id = ?2 and sentAt is null and nextAttemptAt <= ?3",
                now.plus(CLAIM), id, now) == 1;
    }

    static void delivered(UUID id, Instant now) {
        update("sentAt = ?1 where id = ?2", now, id);
    }

    static void failed(UUID id, int attempts, Instant now) {
        update("nextAttemptAt = ?1 where id = ?2", now.plus(retryAfter(attempts)), id);
    }

    /** @return 30 s after the first attempt, twice as long after each further one, at most 6 h */
    static Duration retryAfter(int attempts) {
        var delay = FIRST_RETRY.multipliedBy(1L << Math.min(attempts - 1, 20));
        return delay.compareTo(LONGEST_RETRY) < 0 ? delay : LONGEST_RETRY;
    }
}
