package org.portcullis.order.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.Visitor;

/** Makes an order through its pages, step by step, as a person does. */
final class Wizard {

    static final String NEW = "/port-orders/new";
    static final Map<String, String> CARRIER = Map.of("otherCarrier", "Columbia Fiber", "accountNumber", "88-2041",
            "btn", "425 200 0100");

    private final Visitor visitor;
    private final String pon;

    private Wizard(Visitor visitor, String pon) {
        this.visitor = visitor;
        this.pon = pon;
    }

    static Wizard of(Visitor visitor, String pon) {
        return new Wizard(visitor, pon);
    }

    static Wizard started(Visitor visitor, String name) {
        return started(visitor, name, "IN");
    }

    static Wizard started(Visitor visitor, String name, String direction) {
        var made = visitor.get(NEW).submit(NEW, Map.of("name", name, "direction", direction));
        return new Wizard(visitor, made.redirect().split("/")[2]);
    }

    /** A number in the United States that no other test uses. */
    static String someNumber() {
        return "+1253" + ThreadLocalRandom.current().nextInt(2_000_000, 9_999_999);
    }

    String pon() {
        return pon;
    }

    /** @return the address of the order's own page */
    String address() {
        return "/port-orders/" + pon;
    }

    String address(String step) {
        return address() + "/draft/" + step;
    }

    Page page(String step) {
        return visitor.get(address(step));
    }

    /** Fills in a step, and presses its first button. */
    Page save(String step, Map<String, String> fields) {
        return page(step).submit(address(step), fields);
    }

    /** Fills in a step, and presses another button. */
    Page save(String step, Map<String, String> fields, String button) {
        var all = new LinkedHashMap<>(fields);
        all.put("go", button);
        return save(step, all);
    }

    Page addNumbers(String text) {
        return save("numbers", Map.of("text", text));
    }

    Page sign(String name) {
        return page("letter").submit(address("letter"), Map.of("name", name));
    }

    /** All that an order needs, but for its documents. */
    Wizard filledIn() {
        addNumbers("425-200-0111, 425-200-0112");
        save("carrier", CARRIER);
        var dates = page("dates");
        dates.submit(address("dates"), Map.of("requestedDate", dates.field("Requested date").attr("min")));
        return this;
    }

    Wizard ready() {
        filledIn();
        sign("Ada Moreau");
        return this;
    }

    Page send() {
        return page("review").submit(address("review"), Map.of());
    }

    /** Sends it, and lets the losing carrier reject it. */
    Wizard rejectedFor(String... reasons) {
        var sent = send();
        if (sent.status() != 303) {
            throw new AssertionError("Could not send it: " + sent.text());
        }
        var path = "/desk/orders/" + pon + "/steps/reject";
        var fields = new LinkedHashMap<String, String>();
        for (String reason : reasons) {
            fields.put("reason_" + reason, "on");
        }
        var answer = Visitor.inEnglish().signedInAs(Fixtures.desk()).get(path).submit(path, fields);
        if (answer.status() != 303) {
            throw new AssertionError("Could not reject it: " + answer.text());
        }
        return this;
    }
}
