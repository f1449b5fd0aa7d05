package org.portcullis.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import org.portcullis.calendar.BusinessDays;

/** Stores with each order the moment from which it is overdue, so that the desk's queue can query it. */
@ApplicationScoped
class DeadlineKeeper {

    private final BusinessDays businessDays;

    DeadlineKeeper(BusinessDays businessDays) {
        this.businessDays = businessDays;
    }

    @PrePersist
    @PreUpdate
    void keep(PortOrder order) {
        order.dueAt = Deadline.of(order, businessDays).map(due -> due.deadline(order, businessDays)).orElse(null);
    }
}
