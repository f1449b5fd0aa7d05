package org.portcullis.order.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import org.portcullis.order.PortOrder;
import org.portcullis.order.StaleOrderException;

/**
 * A form that was sent after the order had left the state in which it can be edited. Its values were not saved; they
 * are shown beside the order's present values.
 *
 * @param order in its current state
 * @param form the sent form, or null if it has no fields
 * @param text typed into a form without fields, possibly empty
 * @param stale who changed the order meanwhile
 */
record StaleForm(PortOrder order, OrderForm form, String text, StaleOrderException stale) {

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(StaleForm late);

        private Templates() {
        }
    }

    static Response answer(PortOrder now, OrderForm typed, StaleOrderException stale) {
        return answer(new StaleForm(now, typed.overtaken(stale, now), "", stale));
    }

    static Response answer(PortOrder now, String text, StaleOrderException stale) {
        return answer(new StaleForm(now, null, text, stale));
    }

    private static Response answer(StaleForm late) {
        return Response.status(Status.CONFLICT).entity(Templates.page(late)).build();
    }

    /** @return whether the label of the other carrier is that of the gaining one */
    public boolean isOut() {
        return !order.isIn();
    }
}
