package org.portcullis.portout.telnyx;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A comment on a port-out without a request yet, stored until there is one. */
@Entity
@Table(name = "telnyx_comment")
class TelnyxComment extends PanacheEntityBase {

    private static final Duration KEPT = Duration.ofDays(180);

    /** Telnyx's id. */
    @Id
    String id;

    @Column(name = "port_out_id")
    String portOutId;

    Instant at;

    String words;

    static void keep(TelnyxApi.Comment said, String portOutId) {
        getEntityManager().createNativeQuery(
                """
                        insert into telnyx_comment (id, port_out_id, at, words) values (:id, :portOut, :at, :words) on conflict do nothing""")
                .setParameter("id", said.id())
                .setParameter("portOut", portOutId)
                .setParameter("at", said.at())
                .setParameter("words", said.words())
                .executeUpdate();
    }

    static List<TelnyxComment> of(String portOutId) {
        return list("portOutId = ?1 order by at, id", portOutId);
    }

    /** Deletes comments on port-outs that never became a request. */
    static void forget(Instant now) {
        delete("at < ?1", now.minus(KEPT));
    }
}
