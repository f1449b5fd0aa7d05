package org.portcullis.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortOrderStateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "DRAFT|PROCESSING|CUSTOMER",
        "PROCESSING|CONTACTING_CARRIER,ACTION_REQUIRED,CANCELLED|DESK",
        "CONTACTING_CARRIER|TRANSFER_APPROVED,ACTION_REQUIRED,CANCELLED|LOSING_CARRIER",
        "TRANSFER_APPROVED|TRANSFER_PENDING,ACTION_REQUIRED,CANCELLED|DATE",
        "TRANSFER_PENDING|COMPLETED,PARTIALLY_COMPLETED,ACTION_REQUIRED|CARRIERS",
        "ACTION_REQUIRED|PROCESSING,CANCELLED|CUSTOMER",
        "PARTIALLY_COMPLETED|COMPLETED,ACTION_REQUIRED|DESK",
        "COMPLETED||NOBODY",
        "CANCELLED||NOBODY"})
    void leavesOnlyWhereTheTableSays(PortOrderState state, String to, PortOrderState.Waiting waiting) {
        Set<PortOrderState> expected = EnumSet.noneOf(PortOrderState.class);
        if (to != null) {
            for (String name : to.split(",")) {
                expected.add(PortOrderState.valueOf(name));
            }
        }
        assertEquals(expected, state.leavesTo());
        assertEquals(expected.isEmpty(), state.isFinal());
        assertEquals(waiting, state.getWaiting());
    }
}
