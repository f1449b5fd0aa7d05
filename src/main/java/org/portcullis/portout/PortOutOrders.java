package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.portcullis.order.ChangeContext;
import org.portcullis.order.OrderChanges;
import org.portcullis.order.PortOrder;
import org.portcullis.organization.Organization;
import org.portcullis.pin.PortOutPinEnd;

/** Starts the port order of an allowed request, in its transaction. */
@ApplicationScoped
class PortOutOrders {

    private final OrderChanges orders;
    private final PortOutNotice notice;
    private final PortOutPinEnd pinEnd;

    PortOutOrders(OrderChanges orders, PortOutNotice notice, PortOutPinEnd pinEnd) {
        this.orders = orders;
        this.notice = notice;
        this.pinEnd = pinEnd;
    }

    /** Creates the port order, mails the admins about it, and marks the PIN as used. */
    PortOrder begin(PortOutRequest request, Organization organization, String address, Instant now) {
        if (request.pinRevision != null) {
            pinEnd.markUsed(organization, request.asker(), address);
        }
        var order = PortOrder.requestedByCarrier(organization, request.id, request.pon, request.telephoneNumbers(),
                ChangeContext.byCarrier(request.askerName, now));
        orders.takeIn(order);
        request.allow(order.id, now);
        notice.tell(PortOutNews.ALLOWED, request, organization, now);
        return order;
    }
}
