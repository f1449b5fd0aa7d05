package org.portcullis.order.draft;

import jakarta.ws.rs.BadRequestException;
import java.util.Arrays;
import java.util.Locale;
import org.portcullis.order.PortOrder;

/** Which button of a step was pressed; each keeps what was typed. */
enum WizardButton {
    NEXT, BACK, LATER,
    /** To another step, whose path follows. */
    STEP;

    private static final String TO_STEP = "step-";

    /** @throws BadRequestException if no page has such a button */
    static WizardButton of(String value) {
        if (value == null) {
            return NEXT;
        }
        if (value.startsWith(TO_STEP)) {
            return STEP;
        }
        return Arrays.stream(values()).filter(go -> go != STEP && go.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(BadRequestException::new);
    }

    /**
     * @param from a step of a draft, or one that a rejection opened again
     * @return the address of the page that the button leads to
     * @throws BadRequestException if no page has such a button
     */
    static String address(String value, DraftStep from, PortOrder order) {
        return switch (of(value)) {
            case NEXT -> order.isDraft() ? from.next(order).address(order) : CorrectionResource.path(order);
            case BACK -> order.isDraft() ? from.previous(order).address(order) : CorrectionResource.path(order);
            case LATER -> "/port-orders/" + order.pon;
            case STEP -> DraftStep.byPath(value.substring(TO_STEP.length())).filter(DraftStep.of(order)::contains)
                    .orElseThrow(BadRequestException::new).address(order);
        };
    }
}
