package org.portcullis.web.form;

import jakarta.ws.rs.BadRequestException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The position of a page in a list, with links to the pages beside it.
 * @param number from 1
 * @param pages how many there are, at least 1
 * @param total how many lines the list has
 * @param list the address of the list without its page
 */
public record Paging(int number, int pages, long total, String list) {

    /**
     * @param asked the page that the address names, or null; beyond the last one it is the last one
     * @param parameters of the list's address; empty ones are left out
     * @throws BadRequestException if the address names no page
     */
    public static Paging of(String asked, long total, int size, String path, Map<String, String> parameters) {
        int pages = (int) Math.max(1, (total + size - 1) / size);
        var query = parameters.entrySet().stream().filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return new Paging(Math.min(number(asked), pages), pages, total,
                path + "?" + query + (query.isEmpty() ? "" : "&"));
    }

    private static int number(String asked) {
        try {
            int number = asked == null || asked.isEmpty() ? 1 : Integer.parseInt(asked);
            if (number < 1) {
                throw new BadRequestException();
            }
            return number;
        } catch (NumberFormatException e) {
            throw new BadRequestException(e);
        }
    }

    /** @return the page for queries, from 0 */
    public int index() {
        return number - 1;
    }

    public boolean isNeeded() {
        return pages > 1;
    }

    /** @return the address of the page before this one, or null */
    public String getPrevious() {
        return number > 1 ? list + "page=" + (number - 1) : null;
    }

    /** @return the address of the page after this one, or null */
    public String getNext() {
        return number < pages ? list + "page=" + (number + 1) : null;
    }
}
