package org.portcullis.portorder;

import java.util.Map;

/**
 * How a page is cut out of a sorted list, in HQL with {@code o} for the order.
 *
 * @param field what it is sorted by; the id decides between equals
 * @param key the value at the place beside which the page is, or null for the list's start
 * @param cursor that place, or null
 * @param backwards whether the page is before it
 */
public record Keyset(String field, boolean descending, Object key, Cursor cursor, boolean backwards) {

    /** @return the condition for what is beyond the place, beginning with {@code and}; its values are put to the parameters */
    public String condition(Map<String, Object> parameters) {
        if (cursor == null) {
            return "";
        }
        parameters.put("key", key);
        parameters.put("id", cursor.id());
        // Written out, and not as a comparison of pairs: both databases then walk the index from there.
        return " and o.#f #c= :key and (o.#f #c :key or o.id #c :id)".replace("#f", field).replace("#c", isFalling() ? "<" : ">");
    }

    /** @return the order by which the page is read; one that is read backwards must be turned round */
    public String order() {
        return isFalling() ? " order by o." + field + " desc, o.id desc" : " order by o." + field + ", o.id";
    }

    private boolean isFalling() {
        return descending != backwards;
    }
}
