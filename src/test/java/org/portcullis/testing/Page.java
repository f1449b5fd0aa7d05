package org.portcullis.testing;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** An answer of the portal, read like a person would: by texts, labels and links. */
public final class Page {

    private final Visitor visitor;
    private final HttpResponse<String> response;
    private final Document document;

    Page(Visitor visitor, HttpResponse<String> response) {
        this.visitor = visitor;
        this.response = response;
        this.document = Jsoup.parse(response.body());
    }

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    public String source() {
        return response.body();
    }

    /** @return the path that it redirects to, or null */
    public String redirect() {
        return header("Location").map(place -> place.replaceFirst("^https?://[^/]+", "")).orElse(null);
    }

    public Page follow() {
        return visitor.get(redirect());
    }

    public Document document() {
        return document;
    }

    /** @return the page's text, with plain apostrophes and spaces */
    public String text() {
        return folded(document.body().text());
    }

    public String title() {
        return folded(document.title());
    }

    public String heading() {
        return folded(document.selectFirst("h1").text());
    }

    public String language() {
        return document.selectFirst("html").attr("lang");
    }

    public boolean hasLink(String words) {
        return document.select("a").stream().anyMatch(link -> folded(link.text()).equals(words));
    }

    public Page click(String words) {
        var link = document.select("a").stream().filter(a -> folded(a.text()).equals(words)).findFirst()
                .orElseThrow(() -> new AssertionError("No link “" + words + "” in: " + text()));
        return visitor.get(link.attr("href"));
    }

    /** @return the field with that label */
    public Element field(String label) {
        var id = document.select("label").stream().filter(l -> folded(l.text()).equals(label)).findFirst()
                .orElseThrow(() -> new AssertionError("No label “" + label + "” in: " + text())).attr("for");
        return document.getElementById(id);
    }

    /** @return the error message of a field, found by its ARIA attributes */
    public String problemOf(Element field) {
        var ids = List.of(field.attr("aria-describedby").split(" "));
        return ids.stream().filter(id -> id.endsWith("-problem")).findFirst()
                .map(id -> folded(document.getElementById(id).text())).orElse("");
    }

    public boolean hasForm(String action) {
        return form(action).isPresent();
    }

    /** Sends the form with that action, with its own values and these. */
    public Page submit(String action, Map<String, String> filled) {
        return submit(action, filled, null);
    }

    /** The same with a file in the field {@code file}; null for none. */
    public Page submit(String action, Map<String, String> filled, String file) {
        return file == null ? submit(action, filled, "", new byte[0])
                : submit(action, filled, "numbers.csv", file.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a file of that name, byte for byte. */
    public Page submit(String action, Map<String, String> filled, String fileName, byte[] file) {
        return submit(action, filled, "file", fileName, file);
    }

    /** The same with the file in another field. */
    public Page submit(String action, Map<String, String> filled, String fileField, String fileName, byte[] file) {
        return submitFiles(action, filled, List.of(new Attached(fileField, fileName, file)));
    }

    /** A file in a field of a form. */
    public record Attached(String field, String name, byte[] content) {
    }

    /** The same with several files. */
    public Page submitFiles(String action, Map<String, String> filled, List<Attached> files) {
        var form = formOrFail(action);
        if (filled.containsKey("go")) {
            requireButton(form, filled.get("go"));
        }
        return send(form, filled, files);
    }

    /** Sends the form with a button that it does not have, as a forged request. */
    public Page forge(String action, String button) {
        return send(formOrFail(action), Map.of("go", button), List.of(new Attached("file", "", new byte[0])));
    }

    private Element formOrFail(String action) {
        return form(action).orElseThrow(() -> new AssertionError("No form " + action + " in: " + text()));
    }

    private Page send(Element form, Map<String, String> filled, List<Attached> files) {
        var fields = new LinkedHashMap<String, String>();
        for (Element input : form.select("input[name], select[name], textarea[name]")) {
            if (!input.attr("type").equals("file") && !isLeftOut(input)) {
                fields.put(input.attr("name"), valueOf(input));
            }
        }
        fields.putAll(filled);
        return form.attr("enctype").equals("multipart/form-data") ? visitor.upload(form.attr("action"), fields, files)
                : visitor.post(form.attr("action"), fields);
    }

    /** Requires a button with this value; it may be elsewhere on the page. */
    private void requireButton(Element form, String value) {
        var buttons = "button[name=go][value=" + value + "]";
        if (form.select(buttons).isEmpty() && document.select(buttons + "[form=" + form.id() + "]").isEmpty()) {
            throw new AssertionError("No button " + value + " in: " + text());
        }
    }

    private static boolean isLeftOut(Element input) {
        return List.of("radio", "checkbox").contains(input.attr("type")) && !input.hasAttr("checked");
    }

    private static String valueOf(Element input) {
        if (input.is("select")) {
            return Optional.ofNullable(input.selectFirst("option[selected]")).map(option -> option.attr("value"))
                    .orElse("");
        }
        return input.is("textarea") ? input.wholeText() : input.attr("value");
    }

    /** @return whether there is an enabled button with this text */
    public boolean hasButton(String words) {
        return button(words).isPresent();
    }

    /** Presses the button with this text: its form is sent as by a browser, with these values; null unticks a box. */
    public Page press(String words, Map<String, String> filled) {
        var button = button(words).orElseThrow(() -> new AssertionError("No button “" + words + "” in: " + text()));
        var form = button.closest("form");
        var fields = new LinkedHashMap<String, String>();
        for (Element input : form.select("input[name]:not([type=checkbox]), input[name][checked], textarea[name]")) {
            fields.put(input.attr("name"), input.is("[type=checkbox]") ? "on" : input.val());
        }
        if (button.hasAttr("name")) {
            fields.put(button.attr("name"), button.val());
        }
        filled.forEach((name, value) -> {
            if (value == null) {
                fields.remove(name);
            } else {
                fields.put(name, value);
            }
        });
        return visitor.post(button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action"), fields);
    }

    private Optional<Element> button(String words) {
        return document.select("form button:not([type=button])").stream()
                .filter(button -> folded(button.text()).equals(words)).findFirst();
    }

    private Optional<Element> form(String action) {
        return document.select("form").stream().filter(form -> form.attr("action").equals(action)).findFirst();
    }

    /** Replaces typographic apostrophes and no-break spaces by plain ones, as in the expected texts. */
    public static String folded(String text) {
        return text.replace('\u2019', '\'').replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    }
}
