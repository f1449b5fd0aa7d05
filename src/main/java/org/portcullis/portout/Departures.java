package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.portcullis.organization.Organization;
import org.portcullis.portorder.OrderBook;
import org.portcullis.portorder.PortOrder;
import org.portcullis.portorder.Step;
import org.portcullis.portoutpin.PortOutPinEnd;

/** What an allowed request sets going, in its transaction. */
@ApplicationScoped
class Departures {

    private final OrderBook orders;
    private final PortOutNotice notice;
    private final PortOutPinEnd pinEnd;

    Departures(OrderBook orders, PortOutNotice notice, PortOutPinEnd pinEnd) {
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
                Step.byCarrier(request.askerName, now));
        orders.takeIn(order);
        request.allow(order.id, now);
        notice.tell(PortOutNews.ALLOWED, request, organization, now);
        return order;
    }
}
