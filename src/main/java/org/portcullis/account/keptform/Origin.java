package org.portcullis.account.keptform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.portcullis.web.http.LocalPath;

/**
 * Where a form was sent from.
 *
 * @param address path and query that it was sent to
 * @param page path and query of its page, or null if unknown
 */
record Origin(String address, String page) {

    private static final String LINE_END = "\n";
    /** Each page without the form costs a redirect, of which browsers follow at most twenty. */
    private static final int MOST_PAGES = 4;

    /** Both are paths of this site, which contain no line end. */
    String encoded() {
        return address + LINE_END + page;
    }

    static Origin decoded(String text) {
        var lines = text.split(LINE_END, 2);
        return new Origin(lines[0], lines[1]);
    }

    /**
     * @return the pages that may have the form, the likeliest first: its own page, its address, and the paths above
     * that
     */
    List<String> pages() {
        var pages = new LinkedHashSet<String>();
        pages.add(page);
        pages.add(address);
        for (var path = path(address); !path.isEmpty(); path = path.substring(0, path.lastIndexOf('/'))) {
            pages.add(path);
        }
        pages.remove(LocalPath.START);
        return pages.stream().limit(MOST_PAGES).toList();
    }

    Optional<String> page(int place) {
        var pages = pages();
        return place >= 0 && place < pages.size() ? Optional.of(pages.get(place)) : Optional.empty();
    }

    static String path(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }
}
