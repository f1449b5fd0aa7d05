package org.portcullis.order;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a page is cut out of a sorted list, in HQL with {@code o} for the order.
 *
 * @param alike fields that the conditions make the same in the whole list; H2 walks an index only if its order names them
 * @param field what it is sorted by; the id decides between equals
 * @param key the value at the place beside which the page is, or null for the list's start
 * @param cursor that place, or null
 * @param backwards whether the page is before it
 */
public record Keyset(List<String> alike, String field, boolean descending, Object key, Cursor cursor,
        boolean backwards) {

    /** @return the condition for what is beyond the place, beginning with {@code and}; its values are put to the parameters */
    public String condition(Map<String, Object> parameters) {
        if (cursor == null) {
            return "";
        }
        parameters.put("key", key);
        parameters.put("id", cursor.id());
        // Written out, and not as a comparison of pairs: both databases then walk the index from there.
        return " and o.#f #c= :key and (o.#f #c :key or o.id #c :id)".replace("#f", field).replace("#c",
                isFalling() ? "<" : ">");
    }

    /** @return the order by which the page is read; one that is read backwards must be turned round */
    public String order() {
        var fields = Stream.concat(alike.stream().map(name -> "o." + name + (backwards ? " desc" : "")),
                Stream.of(field, "id").map(name -> "o." + name + (isFalling() ? " desc" : "")));
        return " order by " + fields.collect(Collectors.joining(", "));
    }

    private boolean isFalling() {
        return descending != backwards;
    }
}
