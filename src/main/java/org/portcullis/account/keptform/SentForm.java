package org.portcullis.account.keptform;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/**
 * The sent fields, without secrets.
 *
 * @param cause why the form was not processed
 * @param upload whether it had a file field
 * @param fields by name, as they were sent
 * @param secrets names of the secret fields that were not empty
 * @param files names of the files that were sent
 */
record SentForm(Cause cause, boolean upload, Map<String, String> fields, Set<String> secrets, Set<String> files) {

    /** Why a form was not processed when it was sent. */
    enum Cause {
        SESSION_ENDED,
        /** The session is valid, but the page's CSRF token is not. */
        PAGE_TOO_OLD
    }

    private static final String CAUSE = "cause";
    private static final String UPLOAD = "upload";
    private static final String SECRET = "secret";
    private static final String FILE = "file";
    /** Prefix of a field's name, which could otherwise equal one of the names above. */
    private static final String FIELD = "field.";

    static SentForm of(Cause cause, FormData form) {
        var fields = new LinkedHashMap<String, String>();
        var secrets = new LinkedHashSet<String>();
        var files = new LinkedHashSet<String>();
        var upload = false;
        for (String name : form) {
            for (var value : form.get(name)) {
                if (value.isFileItem()) {
                    upload = true;
                    addIfFilled(files, value.getFileName(), value.getFileName());
                } else if (KeptFields.SECRET.contains(name)) {
                    addIfFilled(secrets, name, value.getValue());
                } else if (KeptFields.isKept(name)) {
                    fields.putIfAbsent(name, value.getValue());
                }
            }
        }
        return new SentForm(cause, upload, fields, secrets, files);
    }

    private static void addIfFilled(Set<String> names, String name, String value) {
        if (value != null && !value.isEmpty()) {
            names.add(name);
        }
    }

    /** @return all values as {@code application/x-www-form-urlencoded} */
    String encoded() {
        var pairs = new ArrayList<String>();
        pairs.add(pair(CAUSE, cause.name()));
        pairs.add(pair(UPLOAD, String.valueOf(upload)));
        secrets.forEach(name -> pairs.add(pair(SECRET, name)));
        files.forEach(name -> pairs.add(pair(FILE, name)));
        fields.forEach((name, value) -> pairs.add(pair(FIELD + name, value)));
        return String.join("&", pairs);
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** @param text made by {@link #encoded} */
    static SentForm decoded(String text) {
        var pairs = Stream.of(text.split("&")).map(pair -> pair.split("=", 2))
                .map(pair -> Map.entry(decodedPart(pair[0]), decodedPart(pair[1])))
                .toList();
        var fields = new LinkedHashMap<String, String>();
        pairs.stream().filter(pair -> pair.getKey().startsWith(FIELD))
                .forEach(pair -> fields.put(pair.getKey().substring(FIELD.length()), pair.getValue()));
        return new SentForm(Cause.valueOf(first(pairs, CAUSE)), Boolean.parseBoolean(first(pairs, UPLOAD)), fields,
                all(pairs, SECRET),
                all(pairs, FILE));
    }

    private static String decodedPart(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String first(List<Map.Entry<String, String>> pairs, String name) {
        return all(pairs, name).iterator().next();
    }

    private static Set<String> all(List<Map.Entry<String, String>> pairs, String name) {
        return pairs.stream().filter(pair -> pair.getKey().equals(name)).map(Map.Entry::getValue)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
