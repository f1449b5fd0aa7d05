package org.portcullis.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.organization.Organization;
import org.portcullis.settings.TestKeys;

class TransferPinTest {

    private static final String PIN = "K7-4419";
    private static final ChangeContext STEP = ChangeContext.byDesk("The desk", Instant.parse("2026-06-01T17:00:00Z"));

    private final TransferPin pins = new TransferPin(TestKeys.ring("old"));

    private static PortOrder order() {
        var organization = new Organization();
        organization.timeZone = ZoneId.of("America/Los_Angeles");
        var order = PortOrder.draft(organization, "Tacoma depot", Direction.IN, STEP);
        order.number(List.of("+12065550100"));
        return order;
    }

    private PortOrder orderWithPin() {
        var order = order();
        pins.put(order, PIN);
        return order;
    }

    @ParameterizedTest
    @ValueSource(strings = {PIN, "00-00-00", "no digits, but é", "1234567890123456789012345"})
    void isReadAsItWasGiven(String pin) {
        var order = order();
        pins.put(order, pin);
        assertEquals(pin, pins.read(order));
        assertFalse(order.transferPin.contains(pin));
    }

    @Test
    void isAbsentUntilItIsGivenAndAfterItIsTakenBack() {
        var order = order();
        assertNull(pins.read(order));
        pins.put(order, PIN);
        assertTrue(order.isWithTransferPin());
        pins.put(order, "");
        assertNull(pins.read(order));
        assertFalse(order.isWithTransferPin());
    }

    @Test
    void looksDifferentEachTime() {
        assertNotEquals(orderWithPin().transferPin, orderWithPin().transferPin);
        var order = orderWithPin();
        var first = order.transferPin;
        pins.put(order, PIN);
        assertNotEquals(first, order.transferPin);
    }

    @Test
    void cannotBePutIntoAnotherOrder() {
        var other = order();
        other.transferPin = orderWithPin().transferPin;
        var refused = assertThrows(IllegalStateException.class, () -> pins.read(other));
        assertFalse(refused.getMessage().contains(PIN));
    }

    @Test
    void cannotBeAltered() {
        var order = orderWithPin();
        int last = order.transferPin.length() - 4;
        order.transferPin = order.transferPin.substring(0, last) + (order.transferPin.charAt(last) == 'A' ? 'B' : 'A')
                + order.transferPin.substring(last + 1);
        assertThrows(IllegalStateException.class, () -> pins.read(order));
    }

    @Test
    void staysReadableWhileItsKeyIsKeptBesideANewOne() {
        var order = orderWithPin();
        var rotated = new TransferPin(TestKeys.ring("old", "new"));
        assertEquals(PIN, rotated.read(order));
        rotated.put(order, PIN);
        assertTrue(order.transferPin.startsWith("new:"));
        assertThrows(IllegalStateException.class, () -> pins.read(order), "its key is not there");
    }

    @Test
    void isErasedWhenTheOrderEnds() {
        var completed = orderWithPin();
        completed.submit(STEP);
        completed.contactCarrier("LSR-1", STEP);
        completed.approve(STEP.at(), STEP);
        completed.startTransfer(STEP);
        assertTrue(completed.isWithTransferPin(), "a rejection may still come");
        completed.complete(STEP);
        assertNull(completed.transferPin);
        var cancelled = orderWithPin();
        cancelled.submit(STEP);
        cancelled.cancel(STEP);
        assertNull(cancelled.transferPin);
    }

    @Test
    void isNeitherCopiedNorTold() {
        var order = orderWithPin();
        order.submit(STEP);
        order.reject(STEP.because(RejectionReason.PIN_INVALID));
        pins.put(order, "K7-4420");
        order.submit(STEP);
        var change = order.getChanges().get(0);
        assertTrue(change.isSecret());
        assertNotEquals(change.oldValue, change.newValue, "told apart, as what is stored differs");
        assertFalse((change.oldValue + change.newValue + order.toString() + order.lastStep() + pins).contains("K7-44"));
        order.cancel(STEP);
        assertFalse(order.copy(order.id, STEP).isWithTransferPin());
    }
}
