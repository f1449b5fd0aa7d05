package org.portcullis.browser;

import java.util.List;
import org.portcullis.testing.Fixtures;

/** The part of the tour that leads past the pages on which orders are made, corrected and moved along, errors included. */
final class OrderTour {

    private final Tour tour;
    private final Window window;
    private final Fixtures.Organization organization = Fixtures.organization("Harbour Lines").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Fixtures.Person desk = Fixtures.desk();

    OrderTour(Tour tour, Window window) {
        this.tour = tour;
        this.window = window;
    }

    void past() {
        var rejected = order("Pier office", "CONTACTING_CARRIER", "+14255550171");
        tour.become(desk, "/port-orders/" + rejected);
        rejection("/desk/orders/" + rejected + "/steps/reject");
        steps();
        tour.become(admin, "/port-orders/new");
        beginning();
        var draft = organization.order("Quay office").withNumber("+14255550172").saved();
        letter("/port-orders/" + draft + "/draft");
        correction("/port-orders/" + rejected);
        changes(draft);
        comments("/port-orders/" + rejected);
    }

    private void rejection(String path) {
        tour.at("desk, rejection", path);
        press("main form .btn-primary");
        tour.at("desk, rejection with errors");
        for (String reason : List.of("ACCOUNT_NUMBER_MISMATCH", "ADDRESS_MISMATCH", "LOA_INVALID", "NUMBER_FROZEN")) {
            window.page().locator("#reason_" + reason).check();
        }
        window.page().locator("#note").fill("Account and " + Tour.LONG_WORD);
        press("main form .btn-primary");
        tour.at("desk, order rejected");
    }

    private void steps() {
        var processing = "/desk/orders/" + order("Dock office", "PROCESSING", "+14255550173");
        tour.at("desk, sending", processing + "/steps/send");
        window.page().locator("#pon").fill("?");
        press("main form .btn-primary");
        tour.at("desk, sending with errors");
        tour.at("desk, step that is not possible", processing + "/steps/complete");
        tour.at("desk, cancelling", processing + "/steps/cancel");
        press("main form .btn-primary");
        tour.at("desk, cancelling with errors");
        var asked = "/desk/orders/" + order("Mole office", "CONTACTING_CARRIER", "+14255550174");
        window.go(asked + "/steps/confirm");
        window.page().locator("#date").fill("2020-01-01");
        press("main form .btn-primary");
        tour.at("desk, date with errors");
        window.go(asked + "/steps/reject");
        window.page().locator("#reason_ADDRESS_MISMATCH").check();
        window.page().locator("#note").fill("As the carrier said");
        window.page().evaluate("document.querySelector('input[name=version]').value = '7'");
        press("main form .btn-primary");
        tour.at("desk, order changed meanwhile");
        var failed = organization.order("Lock office").in("TRANSFER_PENDING").withNumber("+14255550179", "FAILED")
                .saved();
        tour.at("desk, completing with failed numbers", "/desk/orders/" + failed + "/steps/complete");
        var pending = "/desk/orders/" + order("Ferry office", "TRANSFER_PENDING", "+14255550175");
        tour.at("desk, completing", pending + "/steps/complete");
        tour.at("desk, numbers", pending + "/numbers");
        window.page().locator("#text").fill("206 555 0100");
        press("button[value=ported]");
        tour.at("desk, numbers with errors");
    }

    private void beginning() {
        tour.at("new order");
        press("button[value=next]");
        tour.at("new order with errors");
        window.page().locator("#name").fill(Tour.LONG_WORD);
        window.page().locator("#direction-IN").check();
        press("button[value=next]");
        tour.at("draft, numbers");
        window.page().locator("#text").fill("425 555 0100-0149\n" + Tour.LONG_WORD + "\n425 555 0171");
        press("button[value=add]");
        tour.at("draft, numbers refused");
        var draft = window.page().url().replaceFirst("/numbers$", "");
        window.go(draft + "/carrier");
        press("button[value=next]");
        tour.at("draft, carrier with errors");
        window.go(draft + "/dates");
        window.page().locator("#requestedDate").fill("2020-01-01");
        window.page().locator("#noticeAddresses").fill(Tour.LONG_WORD);
        window.page().evaluate("document.querySelector('input[name=version]').value = '0'");
        press("button[value=next]");
        tour.at("draft, dates with errors");
        tour.at("draft, review", draft + "/review");
        press("main form .btn-primary");
        tour.at("draft, review with errors");
    }

    private void letter(String draft) {
        tour.at("draft, documents", draft + "/documents");
        press("form:has(#file-LOA) button");
        tour.at("draft, documents with errors");
        tour.at("letter", draft + "/letter");
        press("main form .btn-primary");
        tour.at("letter with errors");
        window.page().locator("#name").fill("The admin");
        press("main form .btn-primary");
        tour.at("draft, documents signed");
        window.go(draft + "/carrier");
        window.page().locator("#accountName").fill("Cascade");
        window.page().evaluate("document.querySelector('input[name=version]').value = '0'");
        press("button[value=next]");
        tour.at("draft, changed meanwhile");
    }

    private void correction(String order) {
        tour.at("order rejected", order);
        tour.at("correction", order + "/correction");
        window.page().locator("#accountNumber").fill("");
        press("main form .btn-primary");
        tour.at("correction with errors");
        window.page().locator("#accountNumber").fill("88-2042");
        press("main form .btn-primary");
        tour.at("correction, old and new");
        press("main form .btn-primary");
        tour.at("correction, not ready");
    }

    private void changes(String draft) {
        tour.at("discarding", "/port-orders/" + draft + "/change/removal");
        var approved = "/port-orders/" + order("Jetty office", "TRANSFER_APPROVED", "+14255550176");
        tour.at("cancelling", approved + "/change/cancellation");
        press("main form .btn-primary");
        tour.at("cancelling with errors");
        window.go(approved + "/change/date");
        window.page().locator("#text").fill("2020-01-01");
        press("main form .btn-primary");
        tour.at("another date with errors");
        var pending = order("Wharf office", "TRANSFER_PENDING", "+14255550178");
        tour.at("cancelling too late", "/port-orders/" + pending + "/change/cancellation");
    }

    private void comments(String order) {
        window.go(order);
        press("form:has(#words) button");
        tour.at("comment with errors");
        window.page().locator("#words").fill("Who is " + Tour.LONG_WORD + "?");
        press("form:has(#words) button");
        tour.at("order with a comment");
        tour.become(desk, order);
        window.page().locator("#words").fill("Nobody here.");
        window.page().locator("#deskOnly").check();
        press("form:has(#words) button");
        tour.at("desk, order with comments");
    }

    private String order(String name, String state, String number) {
        return organization.order(name).in(state).withNumber(number).saved();
    }

    private void press(String selector) {
        window.arriveBy(() -> window.page().locator(selector).first().click());
    }
}
