package org.portcullis.web.form;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Variant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Refuses input that no page of the portal sends: a parameter given twice, of which different readers might use
 * different values, and control characters, which a database may refuse and which could forge lines of a log. Unusual
 * line ends in pasted text become line ends.
 */
public class InputFilter {

    /** Set in the routing context's data once the request was read; a failure before that is the sender's error. */
    public static final String READ = "portcullis.read";

    private static final int VERTICAL_TAB = 0x0b;
    private static final int FORM_FEED = 0x0c;
    private static final int NEXT_LINE = 0x85;
    private static final List<Variant> PAGES = Variant.mediaTypes(MediaType.TEXT_HTML_TYPE).add().build();

    @ServerRequestFilter
    @WithFormRead
    public void refuseUnusable(ResteasyReactiveContainerRequestContext request, RoutingContext routing) {
        // Parses the Accept header now, as the page will: a malformed one is then the sender's error.
        request.getRequest().selectVariant(PAGES);
        routing.put(READ, true);
        var uri = request.getUriInfo();
        if (hasControlCharacter(uri.getPath())
                || uri.getQueryParameters().values().stream().anyMatch(InputFilter::isUnusable)) {
            throw new BadRequestException();
        }
        var form = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
        if (form != null) {
            var fields = new LinkedHashMap<String, String>();
            for (String field : names(form)) {
                var values = form.get(field).stream().filter(value -> !value.isFileItem())
                        .map(value -> value.getValue()).toList();
                if (values.stream().anyMatch(InputFilter::hasOddLineEnd)) {
                    form.remove(field);
                    values = values.stream().map(InputFilter::withUsualLineEnds).toList();
                    values.forEach(value -> form.add(field, value));
                }
                if (isUnusable(values)) {
                    throw new BadRequestException();
                }
                values.forEach(value -> fields.put(field, value));
            }
            routing.put(FormFields.FIELDS, fields);
        }
    }

    /** @return a copy of the names, since fields may be replaced during the iteration */
    private static List<String> names(FormData form) {
        var names = new ArrayList<String>();
        form.forEach(names::add);
        return names;
    }

    /** Mail programs, word processors and old systems use these as line ends. */
    private static boolean isOddLineEnd(int c) {
        return c == VERTICAL_TAB || c == FORM_FEED || c == NEXT_LINE;
    }

    private static boolean hasOddLineEnd(String text) {
        return text.chars().anyMatch(InputFilter::isOddLineEnd);
    }

    private static String withUsualLineEnds(String text) {
        return text.replace((char) VERTICAL_TAB, '\n').replace((char) FORM_FEED, '\n').replace((char) NEXT_LINE, '\n');
    }

    private static boolean isUnusable(Collection<String> values) {
        return values.size() > 1 || List.copyOf(values).stream().anyMatch(InputFilter::hasControlCharacter);
    }

    private static boolean hasControlCharacter(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\r' && c != '\n');
    }
}
