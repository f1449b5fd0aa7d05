package org.portcullis.order;

import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import org.portcullis.web.form.Truncate;

/** Stores the list's sort keys with each order, so that both databases use an index and sort alike. */
class SortKeys {

    /** Sort key for an unknown porting date: after all others. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final int LONGEST_NAME = 200;

    @PrePersist
    @PreUpdate
    void keep(PortOrder order) {
        order.sortName = name(order.name);
        order.transferOn = transferOn(order);
    }

    /** @return the name without capitals and accents, as sort key */
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
