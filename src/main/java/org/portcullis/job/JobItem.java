package org.portcullis.job;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.portcullis.web.http.Readable;

/** A line of the report on some work: what became of one item. */
@Entity
@Table(name = "work_item")
@IdClass(JobItem.Key.class)
public class JobItem extends PanacheEntityBase {

    static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_DETAIL = 300;

    @Id
    @Column(name = "work_id")
    UUID workId;

    /** Where it stood: a line of a file, or its number in a list, from 1. */
    @Id
    public int place;

    /** What people know it by, such as a telephone number as it was typed. */
    public String reference;

    /** What became of it, as a constant of the code that started the job, or {@link JobRunner#FAILED}. */
    public String outcome;

    /** What the outcome leaves open, such as a name; absent where that is nothing. */
    public String detail;

    /** The key of a line. */
    public static class Key {

        UUID workId;
        int place;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(workId, key.workId) && place == key.place;
        }

        @Override
        public int hashCode() {
            return Objects.hash(workId, place);
        }
    }

    static void report(UUID workId, JobRunner.Item item, String outcome, String detail) {
        var line = new JobItem();
        line.workId = workId;
        line.place = item.place();
        line.reference = cut(item.reference(), LONGEST_REFERENCE);
        line.outcome = outcome;
        line.detail = detail == null ? null : cut(detail, LONGEST_DETAIL);
        line.persist();
    }

    /** A line of an uploaded file can hold any text. */
    private static String cut(String text, int length) {
        return Readable.shown(text.length() <= length ? text : text.substring(0, length - 1) + "…");
    }

    /** @return how many items came to each outcome, by its name */
    public static Map<String, Long> counts(UUID workId) {
        var counts = new LinkedHashMap<String, Long>();
        getEntityManager()
                .createQuery(
                        "select outcome, count(*) from JobItem where workId = :work group by outcome order by outcome",
                        Object[].class)
                .setParameter("work", workId).getResultList()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    /**
     * @param outcome null for every one
     * @param after only lines beyond this place, so that the last ones cost what the first ones do
     * @return up to {@code limit} lines, in the order of their places
     */
    public static List<JobItem> of(UUID workId, String outcome, int after, int limit) {
        return (outcome == null ? find("workId = ?1 and place > ?2 order by place", workId, after)
                : find("workId = ?1 and outcome = ?2 and place > ?3 order by place", workId, outcome, after))
                .page(0, limit).list();
    }

    /** @return a page of the lines, from 0 */
    public static List<JobItem> page(UUID workId, String outcome, int page, int size) {
        return (outcome == null ? find("workId = ?1 order by place", workId)
                : find("workId = ?1 and outcome = ?2 order by place", workId, outcome)).page(page, size).list();
    }

    static void forget(UUID workId) {
        delete("workId", workId);
    }
}
