package org.portcullis.web.form;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Form fields whose names depend on the page shown, such as a box beside each row of a list. */
@RequestScoped
public class FormFields {

    static final String FIELDS = "portcullis.fields";

    private final RoutingContext routing;

    @Inject
    FormFields(RoutingContext routing) {
        this.routing = routing;
    }

    /** @return the field's value, or an empty text where the form has none */
    public String get(String name) {
        return all().getOrDefault(name, "");
    }

    /** @return the text of a multi-line field, with one character for each line end, as the browser counts it */
    public static String text(String typed) {
        return typed.strip().replace("\r\n", "\n");
    }

    public boolean has(String name) {
        return all().containsKey(name);
    }

    /** @return the rest of each field name that starts with the prefix, in the form's order */
    public List<String> named(String prefix) {
        return all().keySet().stream().filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length())).toList();
    }

    private Map<String, String> all() {
        Map<String, String> fields = routing.get(FIELDS);
        return fields == null ? Map.of() : fields;
    }
}
