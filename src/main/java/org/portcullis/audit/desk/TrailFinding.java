package org.portcullis.audit.desk;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.portcullis.audit.AuditFinding;

/** Something wrong that a verification found, kept with its report. */
@Entity
@Table(name = "trail_finding")
@IdClass(TrailFinding.Key.class)
public class TrailFinding extends PanacheEntityBase {

    @Id
    @Column(name = "work_id")
    UUID workId;

    /** From 1, in the order of finding. */
    @Id
    long place;

    @Enumerated(EnumType.STRING)
    public AuditFinding.Kind kind;

    public Long sequence;

    @Column(name = "last_sequence")
    public Long lastSequence;

    @Column(name = "entry_id")
    public UUID entryId;

    public Instant at;

    public String detail;

    /** The key of a finding. */
    public static class Key {

        UUID workId;
        long place;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(workId, key.workId) && place == key.place;
        }

        @Override
        public int hashCode() {
            return Objects.hash(workId, place);
        }
    }

    static void keep(UUID workId, long place, AuditFinding found) {
        var finding = new TrailFinding();
        finding.workId = workId;
        finding.place = place;
        finding.kind = found.kind();
        finding.sequence = found.sequence();
        finding.lastSequence = found.lastSequence();
        finding.entryId = found.id();
        finding.at = found.at();
        finding.detail = found.detail();
        finding.persist();
    }

    static long countOf(UUID workId) {
        return count("workId", workId);
    }

    static List<TrailFinding> of(UUID workId) {
        return list("workId = ?1 order by place", workId);
    }

    /** @return whether it is about several entries */
    public boolean isRange() {
        return sequence != null && !sequence.equals(lastSequence);
    }
}
