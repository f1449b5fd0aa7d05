package org.portcullis.portout.guess;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** How many PIN attempts of one carrier for one organization were right and wrong within an hour. */
@Entity
@Table(name = "port_out_carrier_hour")
public class CarrierHour extends PanacheEntityBase {

    /** The period over which a carrier's PIN attempts are counted; right ones don't reset it. */
    static final Duration WINDOW = Duration.ofHours(24);

    @Id
    UUID id;

    String subject;

    @Column(name = "organization_id")
    UUID organizationId;

    @Column(name = "begins_at")
    Instant beginsAt;

    @Column(name = "right_count")
    int rightCount;

    @Column(name = "wrong_count")
    int wrongCount;

    /** One carrier's PIN attempts for one organization within the window. */
    record OfOrganization(long right, long wrong) {
    }

    /** The caller holds the row lock on the carrier's count, so that no other transaction adds to it. */
    static void add(String subject, UUID organizationId, boolean isRight, Instant now) {
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        var row = CarrierHour
                .<CarrierHour>find("subject = ?1 and organizationId = ?2 and beginsAt = ?3", subject, organizationId,
                        hour)
                .firstResultOptional().orElseGet(() -> begin(subject, organizationId, hour));
        if (isRight) {
            row.rightCount++;
        } else {
            row.wrongCount++;
        }
    }

    private static CarrierHour begin(String subject, UUID organizationId, Instant hour) {
        var row = new CarrierHour();
        row.id = UUID.randomUUID();
        row.subject = subject;
        row.organizationId = organizationId;
        row.beginsAt = hour;
        row.persist();
        return row;
    }

    /** @return one entry for each organization that the carrier asked for within the window */
    public static List<OfOrganization> within(String subject, Instant now) {
        return getEntityManager()
                .createQuery("select sum(rightCount), sum(wrongCount) from CarrierHour where subject = :subject"
                        + " and beginsAt > :since group by organizationId", Object[].class)
                .setParameter("subject", subject).setParameter("since", now.minus(WINDOW)).getResultStream()
                .map(row -> new OfOrganization(((Number) row[0]).longValue(), ((Number) row[1]).longValue())).toList();
    }

    public static void forget(String subject) {
        delete("subject", subject);
    }

    public static void forgetBefore(Instant now) {
        delete("beginsAt <= ?1", now.minus(WINDOW));
    }
}
