package org.portcullis.siege;

import java.util.Map;
import org.portcullis.testing.Visitor;

/** Creates orders on the portal's pages, for the attacks. */
final class Orders {

    private static final String NEW = "/port-orders/new";

    private Orders() {
    }

    /** @return the address of a draft that is complete but for its documents */
    static String draft(Visitor admin) {
        var made = admin.get(NEW).submit(NEW, Map.of("name", "Siege", "direction", "IN"));
        var order = "/port-orders/" + made.redirect().split("/")[2];
        save(admin, order, "numbers", Map.of("text", "425-200-0111, 425-200-0112"));
        save(admin, order, "carrier",
                Map.of("otherCarrier", "Columbia Fiber", "accountNumber", "88-2041", "btn", "425 200 0111"));
        return order;
    }

    private static void save(Visitor admin, String order, String step, Map<String, String> fields) {
        var path = order + "/draft/" + step;
        admin.get(path).submit(path, fields);
    }
}
