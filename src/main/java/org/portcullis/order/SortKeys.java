package org.portcullis.order;

import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import org.portcullis.web.form.Truncate;

/** Keeps beside the order what the list is sorted by, so that both databases walk an index and sort alike. */
class SortKeys {

    /** The day of the transfer where none is known: after all others. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final int LONGEST_NAME = 200;

    @PrePersist
    @PreUpdate
    void keep(PortOrder order) {
        order.sortName = name(order.name);
        order.transferOn = transferOn(order);
    }

    /** @return the name without capitals and accents, as people sort */
    static String name(String name) {
        var bare = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        return Truncate.to(bare, LONGEST_NAME);
    }

    private static LocalDate transferOn(PortOrder order) {
        if (order.focAt != null) {
            return order.focAt.atZone(order.organization.timeZone).toLocalDate();
        }
        return order.requestedDate == null ? NEVER : order.requestedDate;
    }
}
