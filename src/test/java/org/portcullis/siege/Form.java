package org.portcullis.siege;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.portcullis.testing.Visitor;

/**
 * A form of a page, to be sent any number of times.
 *
 * @param headers with the cookies of the user who opened the page
 * @param fields of the form
 */
record Form(String action, Map<String, String> headers, Map<String, String> fields) {

    private static final String BOUNDARY = "a-boundary-of-the-siege";

    static Form of(Visitor visitor, String page, String action) {
        var document = visitor.get(page).document();
        var form = document.select("form").stream().filter(each -> each.attr("action").equals(action)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No form " + action + " at " + page));
        var fields = new LinkedHashMap<String, String>();
        form.select("input[name]:not([type=file], [type=radio], [type=checkbox]), textarea[name]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        return new Form(action, Map.of("Cookie", visitor.cookies(), "Accept-Language", "en-US"), fields);
    }

    /** The same through a proxy on this machine. */
    Form comingFrom(String address) {
        var forwarded = new LinkedHashMap<>(headers);
        forwarded.put("X-Forwarded-For", address);
        return new Form(action, forwarded, fields);
    }

    /** @return the status of the answer */
    String send(Caller caller, Map<String, String> filled) throws IOException {
        var text = with(filled).entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return String.valueOf(
                caller.post(action, "application/x-www-form-urlencoded", headers, text.getBytes(StandardCharsets.UTF_8))
                        .status());
    }

    /** @return a request with a file; its body is built once, since it is as long as the file */
    Upload upload(Map<String, String> filled, String fileField, String fileName, byte[] content) {
        var head = new StringBuilder();
        with(filled).forEach((name, value) -> head.append("--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
        head.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + fileField + "\"; filename=\""
                + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        var body = new ByteArrayOutputStream(content.length + head.length() + BOUNDARY.length() + 10);
        body.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return new Upload(action, headers, body.toByteArray());
    }

    /** A form with a file. */
    record Upload(String action, Map<String, String> headers, byte[] body) {

        String send(Caller caller) throws IOException {
            return String
                    .valueOf(caller.post(action, "multipart/form-data; boundary=" + BOUNDARY, headers, body).status());
        }

        /** The same through a proxy on this machine. */
        Upload comingFrom(String address) {
            var forwarded = new LinkedHashMap<>(headers);
            forwarded.put("X-Forwarded-For", address);
            return new Upload(action, forwarded, body);
        }
    }

    private Map<String, String> with(Map<String, String> filled) {
        var all = new LinkedHashMap<>(fields);
        all.putAll(filled);
        return all;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
