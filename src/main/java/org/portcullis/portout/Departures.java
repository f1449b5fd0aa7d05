package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.portcullis.organization.Organization;
import org.portcullis.portorder.OrderBook;
import org.portcullis.portorder.PortOrder;
import org.portcullis.portorder.Step;
import org.portcullis.portoutpin.PortOutPin;
import org.portcullis.portoutpin.PortOutPinPolicy;

/** What an allowed request sets going, in its transaction. */
@ApplicationScoped
class Departures {

    private final OrderBook orders;
    private final PortOutNotice notice;
    private final PortOutPinPolicy pins;

    Departures(OrderBook orders, PortOutNotice notice, PortOutPinPolicy pins) {
        this.orders = orders;
        this.notice = notice;
        this.pins = pins;
    }

    /** Makes the port order that the numbers leave with, and tells the admins of it. */
    PortOrder begin(PortOutRequest request, Organization organization, Instant now) {
        var order = PortOrder.requestedByCarrier(organization, request.id, request.pon, request.telephoneNumbers(),
                Step.byCarrier(request.askerName, now));
        orders.takeIn(order);
        request.allow(order.id, now);
        notice.tell(PortOutNews.ALLOWED, request, organization, now);
        return order;
    }

    /** A PIN that is good for one use has had it. */
    void use(PortOutPin pin, Organization organization, Instant now) {
        if (pins.isSingleUse()) {
            pin.markUsed(now);
        }
    }
}
