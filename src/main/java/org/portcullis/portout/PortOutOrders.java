package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.portcullis.order.ChangeContext;
import org.portcullis.order.OrderChanges;
import org.portcullis.order.PortOrder;
import org.portcullis.organization.Organization;
import org.portcullis.pin.PortOutPinEnd;

/** What an allowed request sets going, in its transaction. */
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

    /** Makes the port order that the numbers leave with, tells the admins of it, and notes that the PIN had its use. */
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
