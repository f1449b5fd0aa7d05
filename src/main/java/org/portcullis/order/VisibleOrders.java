package org.portcullis.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import org.portcullis.account.SignedIn;

/** The orders that the signed-in person may see, for the pages of one order: any other PON is answered with 404. */
@ApplicationScoped
public class VisibleOrders {

    private final SignedIn signedIn;

    VisibleOrders(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    /** @throws NotFoundException if the order does not exist, or the person may not see it */
    public PortOrder get(String pon) {
        return PortOrder.visibleTo(signedIn.getPerson(), pon).orElseThrow(NotFoundException::new);
    }

    /**
     * @return the current order, even if it was read before in the same request
     * @throws NotFoundException if the order does not exist, or the person may not see it
     */
    public PortOrder getNow(String pon) {
        return PortOrder.visibleNow(signedIn.getPerson(), pon).orElseThrow(NotFoundException::new);
    }

    /**
     * @throws NotFoundException if the order does not exist, the person may not see it, or it is a draft, which the
     * desk can't see
     */
    public PortOrder getSent(String pon) {
        var order = get(pon);
        if (order.isDraft()) {
            throw new NotFoundException();
        }
        return order;
    }
}
