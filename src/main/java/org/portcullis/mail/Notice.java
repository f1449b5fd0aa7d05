package org.portcullis.mail;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.qute.TemplateInstance;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.portcullis.account.User;
import org.portcullis.web.i18n.Letter;

/** An e-mail in the outbox, in its reader's language, to the address on record when it was written. */
@Entity
@Table(name = "notice")
public class Notice extends PanacheEntityBase {

    /** Longer than a mail server may take to answer; a process that dies meanwhile leaves the notice to the others. */
    private static final Duration CLAIM = Duration.ofMinutes(2);
    /** Before and after every notice. */
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID NOBODY = new UUID(0, 0);

    @Id
    public UUID id;

    /** The order that it tells of, if it tells of one. */
    @Column(name = "order_id")
    public UUID orderId;

    /** The port-out request that it tells of, if it tells of one. */
    @Column(name = "request_id")
    public UUID requestId;

    /** Which news of the order or the request, as a constant of its sender; absent where it tells of none. */
    public String topic;

    /** The one-time link that it was written for, if it was written for one. */
    @Column(name = "password_link_id")
    public UUID passwordLinkId;

    /** The one-time link for an address that it was written for, if it was written for one; see {@link AddressLinks}. */
    @Column(name = "address_link_id")
    public UUID addressLinkId;

    public String recipient;

    /** BCP 47 tag. */
    public String language;

    public String subject;

    /** May hold a one-time link: outside of the demo it is gone as soon as it is sent. */
    public String body;

    @Column(name = "created_at")
    public Instant createdAt;

    public int attempts;

    /** Absent once it is sent or given up. */
    @Column(name = "next_attempt_at")
    public Instant nextAttemptAt;

    @Column(name = "sent_at")
    public Instant sentAt;

    /** When it was given up. */
    @Column(name = "failed_at")
    public Instant failedAt;

    /** Why the last attempt failed, see {@link DeliveryFailure#reason()}. */
    public String failure;

    /** Puts an e-mail to the person into the outbox, in the transaction under way. */
    public static void write(User reader, String subject, TemplateInstance body, Instant now) {
        write(Recipient.of(reader), new About(null, null), subject, body, now);
    }

    /** Puts an e-mail with a one-time link into the outbox, in the transaction under way. */
    static void write(User reader, UUID passwordLink, String subject, TemplateInstance body, Instant now) {
        notice(Recipient.of(reader), subject, body, now, notice -> notice.passwordLinkId = passwordLink);
    }

    /** Puts an e-mail with a one-time link for its address into the outbox, in the transaction under way. */
    public static void writeWithLink(Recipient reader, UUID addressLink, String subject, TemplateInstance body,
            Instant now) {
        notice(reader, subject, body, now, notice -> notice.addressLinkId = addressLink);
    }

    /**
     * What an e-mail tells of.
     *
     * @param orderId of an order, or null
     * @param topic which news of it
     * @param requestId of a port-out request, or null
     */
    public record About(UUID orderId, String topic, UUID requestId) {

        /** News of an order. */
        public About(UUID orderId, String topic) {
            this(orderId, topic, null);
        }
    }

    /** Puts an e-mail about an order or a port-out request into the outbox, in the transaction under way. */
    public static void write(Recipient reader, About about, String subject, TemplateInstance body, Instant now) {
        notice(reader, subject, body, now, notice -> {
            notice.orderId = about.orderId;
            notice.requestId = about.requestId;
            notice.topic = about.topic;
        });
    }

    private static void notice(Recipient reader, String subject, TemplateInstance body, Instant now,
            Consumer<Notice> about) {
        var notice = new Notice();
        notice.id = UUID.randomUUID();
        about.accept(notice);
        notice.recipient = reader.address();
        notice.language = reader.language().toLanguageTag();
        notice.subject = subject;
        notice.body = Letter.of(body, reader.language(), reader.zone());
        notice.createdAt = now;
        notice.nextAttemptAt = now;
        notice.persist();
    }

    /** @return who was told of the order, in the order of telling */
    public static List<Notice> ofOrder(UUID orderId) {
        return list("orderId = ?1 order by createdAt, recipient", orderId);
    }

    /** @return who was told of the port-out request, in the order of telling */
    public static List<Notice> ofRequest(UUID requestId) {
        return list("requestId = ?1 order by createdAt, recipient", requestId);
    }

    /** @param after the last one of the page before, or null for the first page */
    public static List<Notice> in(Stage stage, UUID after, int limit) {
        var place = Optional.ofNullable(after).map(id -> Notice.<Notice>findById(id))
                .map(notice -> notice.momentIn(stage));
        var query = stage.isNewestFirst()
                ? "moment between :first and :last and (moment < :last or id < :after) order by moment desc, id desc"
                : "moment between :first and :last and (moment > :first or id > :after) order by moment, id";
        return find(query.replace("moment", stage.moment()), Map.of(
                "first", stage.isNewestFirst() ? FIRST : place.orElse(FIRST),
                "last", stage.isNewestFirst() ? place.orElse(LAST) : LAST,
                "after", Optional.ofNullable(after).orElse(NOBODY))).page(0, limit).list();
    }

    public static long countIn(Stage stage) {
        return count(stage.moment() + " between ?1 and ?2", FIRST, LAST);
    }

    /** @return when the oldest was written that waits and that no mail server has answered; nothing where there is none */
    static Optional<Instant> firstUnanswered() {
        return Optional.ofNullable(getEntityManager()
                .createQuery("select min(createdAt) from Notice where nextAttemptAt between :first and :last"
                        + " and (failure is null or failure not like :reply)", Instant.class)
                .setParameter("first", FIRST).setParameter("last", LAST).setParameter("reply", DeliveryFailure.REPLIES)
                .getSingleResult());
    }

    /** @return whether it had been given up and is now tried again; another request may have come first */
    public static boolean tryAgain(UUID id, Instant now) {
        return update("failedAt = null, attempts = 0, nextAttemptAt = ?1 where id = ?2 and failedAt is not null", now,
                id) == 1;
    }

    static List<UUID> due(Instant now, int limit) {
        return getEntityManager()
                .createQuery("select id from Notice where nextAttemptAt between :first and :now"
                        + " order by nextAttemptAt, id", UUID.class)
                .setParameter("first", FIRST)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** @return whether the caller is the one process that may try to deliver it now */
    static boolean claim(UUID id, Instant now) {
        return update("attempts = attempts + 1, nextAttemptAt = ?1 where id = ?2 and nextAttemptAt <= ?3",
                now.plus(CLAIM), id, now) == 1;
    }

    static void delivered(UUID id, boolean keepsBody, Instant now) {
        update("sentAt = ?1, nextAttemptAt = null, failedAt = null, failure = null where id = ?2", now, id);
        if (!keepsBody) {
            update("body = null where id = ?1", id);
        }
    }

    /** What the attempt with that number came to. It counts for nothing where another process has made a later one. */
    static void failed(UUID id, int attempt, DeliveryFailure failure, Instant now) {
        var retry = DeliveryPolicy.retryAfter(attempt, failure);
        update("nextAttemptAt = ?1, failedAt = ?2, failure = ?3 where id = ?4 and attempts = ?5 and sentAt is null",
                retry.map(now::plus).orElse(null), retry.isPresent() ? null : now, failure.reason(), id, attempt);
    }

    public Stage getStage() {
        return sentAt != null ? Stage.SENT : failedAt != null ? Stage.FAILED : Stage.WAITING;
    }

    /** @return whether the last failure was a reply of the mail server */
    public boolean isAnswered() {
        return DeliveryFailure.isReply(failure);
    }

    private Instant momentIn(Stage stage) {
        return switch (stage) {
            case FAILED -> failedAt;
            case WAITING -> nextAttemptAt;
            case SENT -> sentAt;
        };
    }
}
