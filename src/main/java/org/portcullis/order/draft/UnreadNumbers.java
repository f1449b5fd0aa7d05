package org.portcullis.order.draft;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Refused entries typed as numbers of an order, stored so that they are shown again when the page is opened. */
@Entity
@Table(name = "unread_numbers")
class UnreadNumbers extends PanacheEntityBase {

    @Id
    @Column(name = "order_id")
    UUID orderId;

    String typed;

    /** @return an empty text where there is none */
    static String of(UUID orderId) {
        return UnreadNumbers.<UnreadNumbers>find("orderId", orderId).firstResultOptional().map(kept -> kept.typed)
                .orElse("");
    }

    /** @param typed empty where everything was taken; at most {@link KeptText#LONGEST} characters */
    static void keep(UUID orderId, String typed) {
        delete("orderId", orderId);
        if (!typed.isEmpty()) {
            var unread = new UnreadNumbers();
            unread.orderId = orderId;
            unread.typed = typed;
            unread.persist();
        }
    }
}
