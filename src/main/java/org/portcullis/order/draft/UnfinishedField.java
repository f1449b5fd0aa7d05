package org.portcullis.order.draft;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * An invalid value typed into a field, stored so that it is shown again when the form is opened; empty if a required
 * field was emptied. Never a secret.
 */
@Entity
@Table(name = "unfinished_field")
@IdClass(UnfinishedField.Key.class)
class UnfinishedField extends PanacheEntityBase {

    @Id
    @Column(name = "order_id")
    UUID orderId;

    @Id
    @Enumerated(EnumType.STRING)
    FormField field;

    String typed;

    /** Which field of which order. */
    record Key(UUID orderId, FormField field) {
    }

    static Map<FormField, String> of(UUID orderId) {
        var found = new EnumMap<FormField, String>(FormField.class);
        UnfinishedField.<UnfinishedField>list("orderId", orderId)
                .forEach(unfinished -> found.put(unfinished.field, unfinished.typed));
        return found;
    }

    /** Keeps what is not good in the form, and forgets what was kept of its fields before. */
    static void keep(UUID orderId, OrderForm form) {
        delete("orderId = ?1 and field in ?2", orderId, form.fields());
        form.unfinished().forEach((field, text) -> {
            var unfinished = new UnfinishedField();
            unfinished.orderId = orderId;
            unfinished.field = field;
            unfinished.typed = text;
            unfinished.persist();
        });
    }
}
