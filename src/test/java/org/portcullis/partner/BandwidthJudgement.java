package org.portcullis.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * How Bandwidth's platform interprets an answer. If its documents are ambiguous, the interpretation is the worst one
 * for the losing carrier: what may be an approval is one.
 *
 * @param fate of the request
 * @param why in a few words
 * @param codes that the platform recognizes, in their order
 * @param pon that came back, or null
 * @param acceptable the texts in {@code AcceptableValues}, by element, in their order
 */
public record BandwidthJudgement(Fate fate, String why, List<Integer> codes, String pon,
        List<Map.Entry<String, String>> acceptable) {

    /** The documents' table of codes and dispositions. 7599 and any other code succeed. */
    private static final Map<Integer, Fate> DISPOSITIONS = Map.ofEntries(Map.entry(7510, Fate.EXCEPTION),
            Map.entry(7511, Fate.EXCEPTION),
            Map.entry(7512, Fate.EXCEPTION), Map.entry(7513, Fate.EXCEPTION), Map.entry(7514, Fate.EXCEPTION),
            Map.entry(7515, Fate.EXCEPTION),
            Map.entry(7516, Fate.CANCELLED), Map.entry(7517, Fate.CANCELLED), Map.entry(7518, Fate.CANCELLED),
            Map.entry(7519, Fate.EXCEPTION),
            Map.entry(7598, Fate.EXCEPTION));
    private static final int FATAL = 7599;
    private static final int LONGEST_PON = 25;
    private static final int OK = 200;

    /** The platform's decision on a request. */
    public enum Fate {
        /** The numbers leave. */
        APPROVED,
        /** The numbers stay; the new carrier may correct its request. */
        EXCEPTION,
        /** The numbers stay; the request is closed. */
        CANCELLED,
        /** There was no answer: the platform asks again, and approves after the last retry. */
        UNAVAILABLE
    }

    /** @return whether the numbers stay in place by this answer */
    public boolean isKept() {
        return fate == Fate.EXCEPTION || fate == Fate.CANCELLED;
    }

    boolean isUnavailable() {
        return fate == Fate.UNAVAILABLE;
    }

    /** There was no answer, or no complete one. */
    public static BandwidthJudgement ofSilence() {
        return of(Fate.UNAVAILABLE, "no answer");
    }

    /** @param type of the answer, or null */
    public static BandwidthJudgement of(int status, String type, byte[] body) {
        if (status != OK) {
            return of(Fate.UNAVAILABLE, "HTTP status " + status);
        }
        if (type == null || !type.matches("(application|text)/xml\\b.*")) {
            return of(Fate.APPROVED, "not XML: " + type);
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            var parser = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            parser.setErrorHandler(null);
            return of(parser.parse(new ByteArrayInputStream(body)).getDocumentElement());
        } catch (CharacterCodingException | SAXException e) {
            return of(Fate.APPROVED, "not well-formed");
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BandwidthJudgement of(Fate fate, String why) {
        return new BandwidthJudgement(fate, why, List.of(), null, List.of());
    }

    private static BandwidthJudgement of(Element root) {
        var portable = children(root, "Portable");
        if (!root.getTagName().equals("PortOutValidationResponse") || portable.size() != 1) {
            return of(Fate.APPROVED, "not valid");
        }
        var pon = children(root, "PON").stream().map(Node::getTextContent).findFirst().orElse(null);
        if (pon != null && pon.length() > LONGEST_PON) {
            return of(Fate.APPROVED, "not valid: a PON of " + pon.length() + " characters");
        }
        return switch (portable.get(0).getTextContent()) {
            case "true" -> new BandwidthJudgement(Fate.APPROVED, "Portable true", List.of(), pon, List.of());
            case "false" -> refused(root, pon);
            default -> of(Fate.APPROVED, "not valid: neither true nor false");
        };
    }

    private static BandwidthJudgement refused(Element root, String pon) {
        var codes = children(root, "Errors").stream().flatMap(errors -> children(errors, "Error").stream())
                .flatMap(error -> children(error, "Code").stream()).map(Element::getTextContent).toList();
        var recognised = codes.stream().filter(code -> code.matches("[0-9]{4}")).map(Integer::valueOf)
                .filter(DISPOSITIONS::containsKey).toList();
        if (codes.contains(String.valueOf(FATAL))) {
            return new BandwidthJudgement(Fate.APPROVED, "a fatal error succeeds", recognised, pon, List.of());
        }
        if (recognised.isEmpty()) {
            return new BandwidthJudgement(Fate.APPROVED, "no code that counts among " + codes, recognised, pon,
                    List.of());
        }
        var values = children(root, "AcceptableValues");
        if (values.isEmpty() || children(values.get(0)).isEmpty()) {
            return new BandwidthJudgement(Fate.APPROVED, "no acceptable values", recognised, pon, List.of());
        }
        var fate = recognised.stream().map(DISPOSITIONS::get).anyMatch(Fate.CANCELLED::equals) ? Fate.CANCELLED
                : Fate.EXCEPTION;
        return new BandwidthJudgement(fate, "refused", recognised, pon, acceptable(values.get(0)));
    }

    private static List<Map.Entry<String, String>> acceptable(Element values) {
        var all = new ArrayList<Map.Entry<String, String>>();
        for (Element value : children(values)) {
            var inside = children(value);
            (inside.isEmpty() && !value.getTagName().equals("TelephoneNumbers") ? List.of(value) : inside)
                    .forEach(leaf -> all.add(Map.entry(leaf.getTagName(), leaf.getTextContent())));
        }
        return all;
    }

    private static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> child.getTagName().equals(name)).toList();
    }

    private static List<Element> children(Element parent) {
        var all = new ArrayList<Element>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                all.add(element);
            }
        }
        return all;
    }

    /** @return the numbers given as acceptable, as written */
    public List<String> acceptableNumbers() {
        return acceptable.stream().filter(value -> value.getKey().equals("TelephoneNumber")).map(Map.Entry::getValue)
                .toList();
    }

    /** @return whether the answer reveals a secret of the customer */
    public boolean isIndiscreet() {
        return acceptable.stream().anyMatch(value -> !value.getKey().equals("TelephoneNumber"));
    }
}
