package org.portcullis.order;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The HQL conditions and order that select one page of a sorted list, with {@code o} for the order.
 *
 * @param alike fields that the conditions keep constant in the whole list; H2 uses an index only if ORDER BY names them
 * @param field the sort field; the id decides between equal values
 * @param key the sort value at the cursor, or null for the list's start
 * @param cursor the position beside which the page is, or null
 * @param backwards whether the page precedes the cursor
 */
public record Keyset(List<String> alike, String field, boolean descending, Object key, Cursor cursor,
        boolean backwards) {

    /**
     * @return the condition for orders beyond the cursor, beginning with {@code and}; its values are added to the
     * parameters
     */
    public String condition(Map<String, Object> parameters) {
        if (cursor == null) {
            return "";
        }
        parameters.put("key", key);
        parameters.put("id", cursor.id());
        // Written out instead of a row value comparison, so that both databases use the index from this position on.
        return " and o.#f #c= :key and (o.#f #c :key or o.id #c :id)".replace("#f", field).replace("#c",
                isFalling() ? "<" : ">");
    }

    /** @return the ORDER BY of the query; the result of a backwards query must be reversed */
    public String order() {
        var fields = Stream.concat(alike.stream().map(name -> "o." + name + (backwards ? " desc" : "")),
                Stream.of(field, "id").map(name -> "o." + name + (isFalling() ? " desc" : "")));
        return " order by " + fields.collect(Collectors.joining(", "));
    }

    private boolean isFalling() {
        return descending != backwards;
    }
}
