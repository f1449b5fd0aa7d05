package org.portcullis.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderNewsTest {

    @ParameterizedTest
    @CsvSource({"DRAFT, PROCESSING, RECEIVED", "ACTION_REQUIRED, PROCESSING, CORRECTED",
        "PROCESSING, CONTACTING_CARRIER, SENT_TO_CARRIER",
        "CONTACTING_CARRIER, TRANSFER_APPROVED, DATE_CONFIRMED", "TRANSFER_APPROVED, TRANSFER_PENDING, PENDING",
        "CONTACTING_CARRIER, ACTION_REQUIRED, ACTION_REQUIRED",
        "TRANSFER_PENDING, PARTIALLY_COMPLETED, PARTIALLY_COMPLETED",
        "PARTIALLY_COMPLETED, COMPLETED, COMPLETED", "PROCESSING, CANCELLED, CANCELLED"})
    void areWhatPeopleHaveToKnowOf(PortOrderState from, PortOrderState to, OrderNews news) {
        assertEquals(Optional.of(news), OrderNews.of(from, to));
    }

    @Test
    void areNoneWhileTheOrderIsADraft() {
        assertEquals(Optional.empty(), OrderNews.of(null, PortOrderState.DRAFT));
    }

    @ParameterizedTest
    @EnumSource
    void areThereForEachStepThatTheTableAllows(PortOrderState from) {
        from.leavesTo().forEach(to -> assertTrue(OrderNews.of(from, to).isPresent(), from + " to " + to));
        assertEquals(Optional.empty(), OrderNews.of(from, from), "what stays where it is");
    }
}
