package org.portcullis.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.portcullis.organization.Address;
import org.portcullis.organization.Organization;
import org.portcullis.portorder.Direction;
import org.portcullis.portorder.Extent;
import org.portcullis.portorder.NumberStatus;
import org.portcullis.portorder.PortOrder;
import org.portcullis.portorder.RejectionReason;
import org.portcullis.portorder.Step;

/** The demo's orders: one in every state, and enough finished ones for a second page. Made by the steps that real ones take. */
final class DemoOrders {

    private static final String DESK = Demo.DESK_NAME;
    private static final String ADMIN = Demo.CASCADE_ADMIN_NAME;
    private static final String FRENCH_ADMIN = Demo.LUMIERE_ADMIN_NAME;
    private static final List<String> SITES = List.of("Tacoma depot", "Spokane depot", "Portland office", "Boise depot",
            "Everett warehouse", "Olympia office", "Yakima depot", "Eugene office", "Bellingham yard", "Kent warehouse");
    private static final List<String> AREA_CODES = List.of("253", "509", "503", "208", "425", "360", "541", "971", "564", "458");
    private static final List<String> CARRIERS = List.of("Northwest Bell Telecom", "Evergreen Wireless", "Columbia Fiber", "Rainier Voice");

    private final Instant now;

    DemoOrders(Instant now) {
        this.now = now;
    }

    void create(Organization cascade, Organization lumiere) {
        finished(cascade);
        current(cascade);
        french(lumiere);
    }

    private void finished(Organization cascade) {
        for (int i = 0; i < 24; i++) {
            var site = i % SITES.size();
            var name = i < SITES.size() ? SITES.get(site) : SITES.get(site) + " – " + (i / SITES.size() + 1);
            var order = order(cascade, name, i % 7 == 5 ? Direction.OUT : Direction.IN, CARRIERS.get(i % CARRIERS.size()),
                    120 - 4 * i, american(AREA_CODES.get(site), 100 + 10 * (i / SITES.size()), 1 + i % 6), ADMIN);
            order.submit(Step.byCustomer(ADMIN, hours(order, 1)));
            if (i % 9 == 4) {
                order.cancel(Step.byCustomer(ADMIN, hours(order, 29)).saying("The site closes; the numbers are given up."));
            } else {
                confirmed(order, 7 * 24);
                order.complete(Step.byDesk(DESK, hours(order, 7 * 24 + 1)));
            }
            order.persist();
        }
    }

    private void current(Organization cascade) {
        var partial = order(cascade, "Call center move", Direction.IN, "Evergreen Wireless", 9, american("253", 150, 12), ADMIN);
        partial.extent = Extent.PARTIAL;
        partial.account().replacementBtn = "+12535550170";
        partial.submit(Step.byCustomer(ADMIN, hours(partial, 2)));
        confirmed(partial, 8 * 24);
        var moved = Step.byDesk(DESK, hours(partial, 8 * 24 + 2)).saying("Three numbers are still at the losing carrier’s switch.");
        partial.mark(american("253", 150, 9), NumberStatus.PORTED, moved);
        partial.completePartially(moved);
        partial.persist();

        var approved = order(cascade, "Vancouver office", Direction.IN, "Columbia Fiber", 6, american("360", 140, 40), ADMIN);
        approved.submit(Step.byCustomer(ADMIN, hours(approved, 1)));
        approved.contactCarrier(approved.pon, Step.byDesk(DESK, hours(approved, 24)).saying("Sent as one LSR for all numbers."));
        approved.approve(hours(approved, 10 * 24), Step.byDesk(DESK, hours(approved, 50)));
        approved.persist();

        var pending = order(cascade, "Fax lines to cloud", Direction.OUT, "Rainier Voice", 5, american("206", 110, 3), ADMIN);
        pending.submit(Step.byCustomer(ADMIN, hours(pending, 1)));
        pending.contactCarrier(pending.pon, Step.byDesk(DESK, hours(pending, 5)));
        pending.approve(now.plus(Duration.ofHours(14)), Step.byDesk(DESK, hours(pending, 26)));
        pending.startTransfer(Step.byPortal(now.minus(Duration.ofHours(10))));
        pending.persist();

        var rejected = order(cascade, "Harbor terminal", Direction.IN, "Northwest Bell Telecom", 4, american("206", 180, 5), ADMIN);
        rejected.submit(Step.byCustomer(ADMIN, hours(rejected, 1)));
        rejected.contactCarrier(rejected.pon, Step.byDesk(DESK, hours(rejected, 6)));
        rejected.reject(Step.byDesk(DESK, hours(rejected, 53))
                .because(RejectionReason.ACCOUNT_NUMBER_MISMATCH, RejectionReason.ADDRESS_MISMATCH)
                .saying("The carrier’s bill shows a hyphen in the account number and ZIP code 98134."));
        rejected.persist();

        var contacting = order(cascade, "Night dispatch", Direction.IN, "Rainier Voice", 3, american("425", 190, 2), ADMIN);
        contacting.submit(Step.byCustomer(ADMIN, hours(contacting, 1)));
        contacting.contactCarrier(contacting.pon, Step.byDesk(DESK, hours(contacting, 26)));
        contacting.persist();

        var processing = order(cascade, "Driver hotline", Direction.IN, "Evergreen Wireless", 1, american("509", 195, 1), ADMIN);
        processing.simple = true;
        processing.submit(Step.byCustomer(ADMIN, hours(processing, 2)));
        processing.persist();

        order(cascade, "Airport counter", Direction.IN, "Columbia Fiber", 0, american("206", 197, 3), ADMIN).persist();
    }

    private void french(Organization lumiere) {
        var done = order(lumiere, "Showroom Presqu’île", Direction.IN, "Rhône Télécom", 40, french(30, 4), FRENCH_ADMIN);
        done.submit(Step.byCustomer(FRENCH_ADMIN, hours(done, 2)));
        confirmed(done, 7 * 24);
        done.complete(Step.byDesk(DESK, hours(done, 7 * 24 + 1)));
        done.persist();

        var waiting = order(lumiere, "Atelier de Villeurbanne", Direction.IN, "Opéra Mobile", 2, french(40, 6), FRENCH_ADMIN);
        waiting.submit(Step.byCustomer(FRENCH_ADMIN, hours(waiting, 1)));
        waiting.contactCarrier(waiting.pon, Step.byDesk(DESK, hours(waiting, 24)));
        waiting.persist();
    }

    private PortOrder order(Organization organization, String name, Direction direction, String carrier, int daysAgo,
            List<String> numbers, String person) {
        var order = PortOrder.draft(organization, name, direction, Step.byCustomer(person, morning(organization, daysAgo)));
        order.otherCarrier = carrier;
        order.account().number = direction == Direction.OUT ? organization.getAccountNumber() : "88" + numbers.get(0).substring(2, 8);
        order.account().name = organization.name;
        order.account().authorizedPerson = person;
        var address = organization.address;
        order.account().address = Address.of(address.street, address.city, address.region, address.zip);
        order.account().btn = numbers.get(0);
        order.requestedDate = order.getCreatedAt().plus(Duration.ofDays(7)).atZone(organization.timeZone).toLocalDate();
        order.number(numbers);
        return order;
    }

    /** At half past nine of that day or the last working day before it, or just now where that is still to come. */
    private Instant morning(Organization organization, int daysAgo) {
        var day = now.atZone(organization.timeZone).toLocalDate().minusDays(daysAgo);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        var morning = day.atTime(9, 30).atZone(organization.timeZone).toInstant();
        return morning.isBefore(now) ? morning : now.minus(Duration.ofMinutes(5));
    }

    /** The straight way up to the transfer, which happens this many hours after the order was made. */
    private static void confirmed(PortOrder order, int focAfterHours) {
        order.contactCarrier(order.pon, Step.byDesk(DESK, hours(order, 5)));
        order.approve(hours(order, focAfterHours), Step.byDesk(DESK, hours(order, 26)));
        order.startTransfer(Step.byPortal(hours(order, focAfterHours - 24)));
    }

    private static Instant hours(PortOrder order, int hours) {
        return order.getCreatedAt().plus(Duration.ofHours(hours));
    }

    /** 555-01XX is set aside for fiction in every American area code. */
    private static List<String> american(String areaCode, int first, int count) {
        return IntStream.range(first, first + count).mapToObj(line -> "+1" + areaCode + "5550" + line).toList();
    }

    /** 04 65 71 XX XX is set aside for fiction in the south-east of France. */
    private static List<String> french(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(line -> "+334657110" + line).toList();
    }
}
