package org.portcullis.account.keptform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.portcullis.account.keptform.KeptForms.Kept;

/**
 * A rendered page, into which a kept form is filled. Works on the HTML, so that no resource has to support it and new
 * forms need no extra code.
 */
final class FilledPage {

    private static final Set<String> NEVER_FILLED = Set.of("password", "file", "submit", "button", "image", "reset");
    private static final Set<String> BOXES = Set.of("checkbox", "radio");
    /** For a form without an id of its own. */
    private static final String FORM_ID = "kept-form";

    private final Document page;

    FilledPage(String html) {
        page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
    }

    /** Inserts the notice about the form at the top of the page. */
    String with(String notice) {
        Optional.ofNullable(page.selectFirst("main")).ifPresent(main -> main.prepend(notice));
        return page.outerHtml();
    }

    /** @return the notice about the form, which is filled in by this call; empty if the page does not have the form */
    Optional<KeptNotice> fill(Kept kept) {
        var address = kept.origin().address();
        return page.select("form[method=post]").stream().filter(form -> sendsTo(form, address))
                .max(Comparator.comparingLong(form -> likeness(form, kept))).map(form -> fill(form, kept));
    }

    /** A button may override its form's address. */
    private static boolean sendsTo(Element form, String address) {
        var path = Origin.path(address);
        return Origin.path(form.attr("action")).equals(path)
                || form.select("button[formaction]").stream()
                        .anyMatch(button -> Origin.path(button.attr("formaction")).equals(path));
    }

    /**
     * A page may have several forms for one address: the kept fields and the pressed button tell which one is meant.
     */
    private long likeness(Element form, Kept kept) {
        var fields = kept.sent().fields();
        var same = controls(form).stream().filter(control -> fields.containsKey(control.attr("name"))).count();
        var equal = form.select("input[type=hidden], button[name]").stream()
                .filter(control -> control.attr("value").equals(fields.get(control.attr("name")))).count();
        return same + equal + (form.attr("action").equals(kept.origin().address()) ? 1 : 0);
    }

    private Elements controls(Element form) {
        var controls = form.select("input[name], select[name], textarea[name]");
        if (!form.id().isEmpty()) {
            controls.addAll(page.getElementsByAttributeValue("form", form.id())
                    .select("input[name], select[name], textarea[name]"));
        }
        return controls;
    }

    private KeptNotice fill(Element form, Kept kept) {
        var sent = kept.sent();
        var filled = new HashSet<String>();
        var targets = new ArrayList<String>();
        for (Element control : controls(form)) {
            var name = control.attr("name");
            if (KeptFields.isKept(name) && fill(control, sent.fields().get(name))) {
                filled.add(name);
                if (TypedField.of(name).isPresent() && !control.id().isEmpty()) {
                    targets.add(control.id());
                }
            }
        }
        form.prependElement("input").attr("type", "hidden").attr("name", KeptFormResource.PARAMETER).attr("value",
                kept.id().toString());
        form.parents().stream().filter(around -> around.is("details")).forEach(details -> details.attr("open", true));
        var homeless = KeptNotice.Entry.of(without(sent.fields(), filled));
        return new KeptNotice(sent.cause(), target(form, targets), !targets.isEmpty(), !sent.secrets().isEmpty(),
                sent.files(), homeless);
    }

    private static Map<String, String> without(Map<String, String> fields, Set<String> names) {
        var rest = new LinkedHashMap<>(fields);
        rest.keySet().removeAll(names);
        return rest;
    }

    private static String target(Element form, List<String> filled) {
        if (!filled.isEmpty()) {
            return filled.get(0);
        }
        var first = form.selectFirst("input[id]:not([type=hidden]), select[id], textarea[id]");
        if (first != null) {
            return first.id();
        }
        if (form.id().isEmpty()) {
            form.id(FORM_ID);
        }
        return form.id();
    }

    /** @return whether the control shows the value now; a missing value clears a checkbox */
    private static boolean fill(Element control, String value) {
        var type = control.attr("type");
        if (NEVER_FILLED.contains(type)) {
            return false;
        }
        if (BOXES.contains(type)) {
            var isChosen = value != null && value.equals(control.hasAttr("value") ? control.attr("value") : "on");
            // A group of radio buttons always sends one: without a value, the page's own choice stays.
            if (value != null || type.equals("checkbox")) {
                control.attr("checked", isChosen);
            }
            return isChosen;
        }
        if (value == null) {
            return false;
        }
        if (control.is("select")) {
            return choose(control, value);
        }
        if (control.is("textarea")) {
            // An HTML parser drops a leading line end in a text area.
            control.text((value.startsWith("\n") || value.startsWith("\r") ? "\n" : "") + value);
        } else {
            control.attr("value", value);
        }
        return true;
    }

    private static boolean choose(Element list, String value) {
        var option = list.select("option").stream().filter(each -> each.val().equals(value)).findFirst();
        option.ifPresent(chosen -> {
            list.select("option").forEach(each -> each.attr("selected", false));
            chosen.attr("selected", true);
        });
        return option.isPresent();
    }
}
