package org.portcullis.order.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import org.portcullis.order.PortOrder;
import org.portcullis.order.StaleOrderException;

/**
 * A form that came after the order had left the state in which people fill it in. Nothing of it was taken; what was typed
 * stays on the page, beside what the order says now.
 *
 * @param order as it is now
 * @param form of fields that was sent, or null where it was none
 * @param text that was typed where it was no form of fields, possibly empty
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
