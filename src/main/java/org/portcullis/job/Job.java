package org.portcullis.job;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.account.SignedIn.Person;

/** Something long that a person started: how far it is, and whether the process that does it is still alive. */
@Entity
@Table(name = "work")
public class Job extends PanacheEntityBase {

    /** Where it stands. */
    public enum State {
        RUNNING,
        FINISHED,
        /** Its process died or was stopped; what was done is kept. */
        INTERRUPTED
    }

    @Id
    public UUID id;

    /** What is done, as a constant of the code that starts it. */
    public String kind;

    /** What it is done to, such as an organization; absent where that is more than one thing. */
    @Column(name = "subject_id")
    public UUID subjectId;

    @Column(name = "subject_name")
    public String subjectName;

    @Column(name = "started_by_id")
    UUID startedById;

    @Column(name = "started_by_name")
    public String startedByName;

    @Column(name = "started_at")
    public Instant startedAt;

    /** How many items there are. */
    public int total;

    /** How many of them are done, with any outcome. */
    public int done;

    /** Until when its process has promised to be heard of. */
    @Column(name = "lease_until")
    Instant leaseUntil;

    @Column(name = "finished_at")
    public Instant finishedAt;

    public static Optional<Job> byId(UUID id) {
        return findByIdOptional(id);
    }

    /** @return the last works on the subject, newest first */
    public static List<Job> lastOn(UUID subjectId, int limit) {
        return find("subjectId = ?1 order by startedAt desc", subjectId).page(0, limit).list();
    }

    /** @return the last one of that kind, for any subject */
    public static Optional<Job> last(String kind) {
        return find("kind = ?1 order by startedAt desc", kind).page(0, 1).firstResultOptional();
    }

    static void begin(JobRunner.Task task, Person by, int total, Instant now, Instant leaseUntil) {
        var work = new Job();
        work.id = task.id();
        work.kind = task.kind().name();
        work.subjectId = task.subjectId();
        work.subjectName = task.subjectName();
        work.startedById = by.id();
        work.startedByName = by.name();
        work.startedAt = now;
        work.total = total;
        work.leaseUntil = leaseUntil;
        work.persistAndFlush();
    }

    static void advance(UUID id, int items, Instant leaseUntil) {
        update("done = done + ?1, leaseUntil = ?2 where id = ?3", items, leaseUntil, id);
    }

    static void finish(UUID id, Instant now) {
        update("finishedAt = ?1 where id = ?2", now, id);
    }

    /** Its process stops, so the lease ends at once. */
    static void giveUp(UUID id, Instant now) {
        update("leaseUntil = ?1 where id = ?2", now, id);
    }

    static List<UUID> startedBefore(Instant time, int limit) {
        return getEntityManager()
                .createQuery("select id from Job where startedAt < :time order by startedAt", UUID.class)
                .setParameter("time", time)
                .setMaxResults(limit)
                .getResultList();
    }

    public State stateAt(Instant now) {
        if (finishedAt != null) {
            return State.FINISHED;
        }
        return leaseUntil.isAfter(now) ? State.RUNNING : State.INTERRUPTED;
    }
}
