package org.portcullis.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.portcullis.calendar.BusinessDays;
import org.portcullis.order.ChangeContext;
import org.portcullis.order.Direction;
import org.portcullis.order.Extent;
import org.portcullis.order.NumberStatus;
import org.portcullis.order.PortOrder;
import org.portcullis.order.RejectionReason;
import org.portcullis.organization.Address;
import org.portcullis.organization.Organization;
import org.portcullis.organization.TelephoneNumber;

/**
 * The demo's orders: one in every state, and enough finished ones for a second page. Made by the steps that real
 * ones take. None moves numbers out: for that the organization has to set its PIN first.
 */
final class DemoOrders {

    private static final String DESK = Demo.DESK_NAME;
    private static final String ADMIN = Demo.CASCADE_ADMIN_NAME;
    private static final String FRENCH_ADMIN = Demo.LUMIERE_ADMIN_NAME;
    private static final List<String> SITES = List.of("Tacoma depot", "Spokane depot", "Portland office", "Boise depot",
            "Everett warehouse", "Olympia office", "Yakima depot", "Eugene office", "Bellingham yard",
            "Kent warehouse");
    private static final List<String> AREA_CODES = List.of("253", "509", "503", "208", "425", "360", "541", "971",
            "564", "458");
    private static final List<String> CARRIERS = List.of("Northwest Bell Telecom", "Evergreen Wireless",
            "Columbia Fiber", "Rainier Voice");

    /** Business days from an order to its transfer: one more than the least. */
    private static final int TRANSFER = 5;

    private final Instant now;
    private final DemoDays days;

    DemoOrders(Instant now, BusinessDays businessDays) {
        this.now = now;
        this.days = new DemoDays(now, businessDays);
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
            var order = order(cascade, name, CARRIERS.get(i % CARRIERS.size()),
                    120 - 4 * i, american(AREA_CODES.get(site), 100 + 10 * (i / SITES.size()), 1 + i % 6), ADMIN);
            order.submit(ChangeContext.byCustomer(ADMIN, hours(order, 1)));
            if (i % 9 == 4) {
                order.cancel(ChangeContext.byCustomer(ADMIN, days(order, 1))
                        .saying("The site closes; the numbers are given up."));
            } else {
                confirmed(order);
                order.complete(ChangeContext.byDesk(DESK, days(order, TRANSFER).plus(Duration.ofHours(1))));
                handOver(order);
            }
            order.persist();
        }
    }

    private void current(Organization cascade) {
        var partial = order(cascade, "Call center move", "Evergreen Wireless", 14, american("253", 150, 12), ADMIN);
        partial.extent = Extent.PARTIAL;
        partial.account().replacementBtn = "+12535550170";
        partial.submit(ChangeContext.byCustomer(ADMIN, hours(partial, 2)));
        confirmed(partial);
        var moved = ChangeContext.byDesk(DESK, days(partial, TRANSFER).plus(Duration.ofHours(2)))
                .saying("Three numbers are still at the losing carrier’s switch.");
        partial.mark(american("253", 150, 9), NumberStatus.PORTED, moved);
        partial.completePartially(moved);
        handOver(partial);
        partial.persist();

        var approved = order(cascade, "Vancouver office", "Columbia Fiber", 8, american("360", 140, 40), ADMIN);
        approved.submit(ChangeContext.byCustomer(ADMIN, hours(approved, 1)));
        approved.contactCarrier(approved.pon,
                ChangeContext.byDesk(DESK, days(approved, 1)).saying("Sent as one LSR for all numbers."));
        var confirmed = days.after(now, TRANSFER, cascade);
        approved.requestedDate = day(confirmed, cascade);
        approved.approve(confirmed, ChangeContext.byDesk(DESK, days(approved, 2)));
        approved.persist();

        var pending = order(cascade, "Fax lines to cloud", "Rainier Voice", 10, american("971", 150, 3), ADMIN);
        pending.submit(ChangeContext.byCustomer(ADMIN, hours(pending, 1)));
        pending.contactCarrier(pending.pon, ChangeContext.byDesk(DESK, hours(pending, 5)));
        var imminent = days.imminent(cascade);
        pending.requestedDate = day(imminent, cascade);
        pending.approve(imminent, ChangeContext.byDesk(DESK, days(pending, 1)));
        pending.startTransfer(ChangeContext.byPortal(imminent.minus(Duration.ofHours(24))));
        pending.persist();

        var rejected = order(cascade, "Harbor terminal", "Northwest Bell Telecom", 7, american("253", 180, 5), ADMIN);
        rejected.submit(ChangeContext.byCustomer(ADMIN, hours(rejected, 1)));
        rejected.contactCarrier(rejected.pon, ChangeContext.byDesk(DESK, hours(rejected, 6)));
        rejected.requestedDate = day(days.after(now, TRANSFER + 1, cascade), cascade);
        rejected.reject(ChangeContext.byDesk(DESK, days(rejected, 1))
                .because(RejectionReason.ACCOUNT_NUMBER_MISMATCH, RejectionReason.ADDRESS_MISMATCH)
                .saying("The carrier’s bill shows a hyphen in the account number and ZIP code 98134."));
        rejected.persist();

        var contacting = order(cascade, "Night dispatch", "Rainier Voice", 3, american("425", 190, 2), ADMIN);
        contacting.submit(ChangeContext.byCustomer(ADMIN, hours(contacting, 1)));
        contacting.contactCarrier(contacting.pon, ChangeContext.byDesk(DESK, hours(contacting, 5)));
        contacting.persist();

        var processing = order(cascade, "Driver hotline", "Evergreen Wireless", 1, american("509", 195, 1), ADMIN);
        processing.simple = true;
        processing.submit(ChangeContext.byCustomer(ADMIN, hours(processing, 2)));
        processing.persist();

        var draft = order(cascade, "Airport counter", "Columbia Fiber", 0, american("425", 197, 3), ADMIN);
        draft.requestedDate = day(days.after(now, TRANSFER, cascade), cascade);
        draft.persist();
    }

    private void french(Organization lumiere) {
        var done = order(lumiere, "Showroom Presqu’île", "Rhône Télécom", 40, french(30, 4), FRENCH_ADMIN);
        done.submit(ChangeContext.byCustomer(FRENCH_ADMIN, hours(done, 2)));
        confirmed(done);
        done.complete(ChangeContext.byDesk(DESK, days(done, TRANSFER).plus(Duration.ofHours(1))));
        handOver(done);
        done.persist();

        var waiting = order(lumiere, "Atelier de Villeurbanne", "Opéra Mobile", 2, french(40, 6), FRENCH_ADMIN);
        waiting.submit(ChangeContext.byCustomer(FRENCH_ADMIN, hours(waiting, 1)));
        waiting.contactCarrier(waiting.pon, ChangeContext.byDesk(DESK, hours(waiting, 5)));
        waiting.persist();
    }

    private PortOrder order(Organization organization, String name, String carrier, int daysAgo,
            List<String> numbers, String person) {
        var order = PortOrder.draft(organization, name, Direction.IN,
                ChangeContext.byCustomer(person, days.morning(organization, daysAgo)));
        order.otherCarrier = carrier;
        order.account().number = "88" + numbers.get(0).substring(2, 8);
        order.account().name = organization.name;
        order.account().authorizedPerson = person;
        var address = organization.address;
        order.account().address = Address.of(address.street, address.city, address.region, address.zip);
        order.account().btn = numbers.get(0);
        order.requestedDate = day(days(order, TRANSFER), organization);
        order.number(numbers);
        return order;
    }

    /** The straight way up to the transfer. */
    private void confirmed(PortOrder order) {
        var transfer = days(order, TRANSFER);
        order.contactCarrier(order.pon, ChangeContext.byDesk(DESK, hours(order, 5)));
        order.approve(transfer, ChangeContext.byDesk(DESK, days(order, 1)));
        order.startTransfer(ChangeContext.byPortal(transfer.minus(Duration.ofHours(24))));
    }

    /** What has moved in is the organization's. */
    private static void handOver(PortOrder order) {
        TelephoneNumber.add(order.organization,
                order.getNumbers().stream().filter(number -> number.status == NumberStatus.PORTED)
                        .map(number -> number.number).toList());
    }

    private Instant days(PortOrder order, int count) {
        return days.after(order.getCreatedAt(), count, order.organization);
    }

    private static LocalDate day(Instant moment, Organization organization) {
        return moment.atZone(organization.timeZone).toLocalDate();
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
