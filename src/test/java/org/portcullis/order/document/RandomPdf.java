package org.portcullis.order.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A PDF whose objects, their nesting and their form are random, made again in the same way from the same seed. One more object
 * can be put at any of its places.
 */
final class RandomPdf {

    private static final List<String> KEYS = List.of("A", "AA", "PA", "OpenAction", "Next", "Dest", "Names", "Dests",
            "EmbeddedFiles", "K",
            "Kids", "First", "Annots", "O", "C", "Fields", "AcroForm", "StructTreeRoot", "Outlines", "Font", "Private",
            "X1");
    private static final List<String> HARMLESS = List.of("(https://www.example.com/bill)", "(Bill \\(May\\))",
            "<feff0042>", "42", "-1.5",
            "true", "null", "/DeviceRGB", "/P", "<</S /URI /URI (https://www.example.com/)>>",
            "<</S /URI /URI (mailto:a@example.com)>>",
            "<</S /GoTo /D [3 0 R /Fit]>>", "<</S /Named /N /NextPage>>", "<</Subtype /Link /F 4 /Rect [0 0 9 9]>>",
            "<</Title (file:///C:/bill.htm)>>", "<</Font <</F 3 0 R>>>>",
            "<</Type /Filespec /F (factur-x.xml) /EF <</F 4 0 R>>>>");
    private static final int NOWHERE = -1;

    private final Random random;
    private final int target;
    private final String addition;
    private final StringBuilder plain = new StringBuilder();
    private final List<String> packed = new ArrayList<>();
    private final int count;
    private int places;

    private RandomPdf(long seed, int target, String addition) {
        random = new Random(seed);
        this.target = target;
        this.addition = addition;
        count = 5 + random.nextInt(20);
        plain.append("junk\n".repeat(random.nextInt(3))).append("%PDF-1.").append(random.nextInt(8)).append('\n');
        add(1, "<</Type /Catalog /Pages 2 0 R " + entries(3) + ">>");
        add(2, "<</Type /Pages /Kids [3 0 R] /Count 1>>");
        add(3, "<</Type /Page /Parent 2 0 R " + entries(3) + ">>");
        for (int number = 5; number <= count; number++) {
            if (random.nextInt(5) == 0) {
                plain.append(number).append(" 0 obj <<").append(entries(2)).append(">> stream\n")
                        .append(Pdfs.deflated(noise()))
                        .append("\nendstream endobj\n");
            } else {
                add(number, dictionary(3));
            }
        }
        finish();
    }

    static byte[] harmless(long seed) {
        return new RandomPdf(seed, NOWHERE, "").bytes();
    }

    /** @param place of as many as there are, modulo that */
    static byte[] with(long seed, int place, String addition) {
        return new RandomPdf(seed, place % new RandomPdf(seed, NOWHERE, "").places, addition).bytes();
    }

    private byte[] bytes() {
        return plain.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void add(int number, String object) {
        if (random.nextBoolean()) {
            packed.add(number + "\t" + object);
        } else {
            plain.append(number).append(random.nextBoolean() ? " 0 obj" : "\r\n0\tobj\n").append(object)
                    .append(random.nextInt(9) == 0 ? "\n" : " endobj\n");
        }
    }

    private String noise() {
        var bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private boolean isTarget() {
        return places++ == target;
    }

    private String dictionary(int depth) {
        return "<<" + entries(depth) + ">>";
    }

    private String entries(int depth) {
        var text = new StringBuilder();
        if (isTarget()) {
            text.append('/').append(KEYS.get(places % KEYS.size())).append(' ').append(placed());
        }
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            text.append(" /").append(disguised(KEYS.get(random.nextInt(KEYS.size())))).append(i).append(' ')
                    .append(value(depth - 1));
        }
        return text.toString();
    }

    private String value(int depth) {
        return switch (depth < 1 ? 2 + random.nextInt(2) : random.nextInt(4)) {
            case 0 -> dictionary(depth);
            case 1 -> array(depth);
            case 2 -> 1 + random.nextInt(count) + " 0 R";
            default -> HARMLESS.get(random.nextInt(HARMLESS.size()));
        };
    }

    private String array(int depth) {
        var text = new StringBuilder("[");
        if (isTarget()) {
            text.append(placed()).append(' ');
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(value(depth - 1)).append(random.nextBoolean() ? " " : "%comment\n");
        }
        return text.append(']').toString();
    }

    /** There itself, or by a reference; names are disguised by chance. Its own dice, so that the rest stays as it was. */
    private String placed() {
        var dice = new Random(target);
        var text = addition;
        if (dice.nextBoolean()) {
            text = text.replace("Launch", "L#61unch").replace("JavaScript", "#4aava#53cript").replace("/S ", "/#53 ")
                    .replace("/URI", "/U#52I").replace("Thread", "Threa#64").replace("/F ", "/#46 ")
                    .replace("/EF", "/E#46")
                    .replace("Screen", "#53creen");
        }
        if (text.endsWith("endstream") || dice.nextBoolean()) {
            var number = count + 1;
            if (text.endsWith("endstream") || dice.nextBoolean()) {
                plain.append(number).append(" 0 obj ").append(text).append(" endobj\n");
            } else {
                packed.add(number + "\t" + text);
            }
            return number + " 0 R";
        }
        return text;
    }

    private String disguised(String name) {
        return random.nextInt(4) == 0 ? "#%02x".formatted((int) name.charAt(0)) + name.substring(1) : name;
    }

    /** The packed objects in streams of three, then a table that is right, wrong or absent, and what may follow the end. */
    private void finish() {
        for (int i = 0; i < packed.size(); i += 3) {
            var numbers = new StringBuilder();
            var objects = new StringBuilder();
            for (var object : packed.subList(i, Math.min(packed.size(), i + 3))) {
                numbers.append(object, 0, object.indexOf('\t')).append(' ').append(objects.length()).append(' ');
                objects.append(object.substring(object.indexOf('\t') + 1)).append('\n');
            }
            var content = numbers.toString() + objects;
            var isDeflated = random.nextBoolean();
            var stored = isDeflated ? Pdfs.deflated(content) : content;
            plain.append(count + 2 + i).append(" 0 obj <</Type /ObjStm /N ").append(Math.min(3, packed.size() - i))
                    .append(" /First ")
                    .append(numbers.length()).append(isDeflated ? " /Filter /FlateDecode" : "")
                    .append(random.nextBoolean() ? " /Length " + stored.length() : "").append(">> stream\n")
                    .append(stored)
                    .append("\nendstream endobj\n");
        }
        plain.append("trailer <</Root 1 0 R /Size ").append(count + 50).append(">>\nstartxref\n")
                .append(random.nextInt(plain.length()))
                .append("\n%%EOF").append("\0".repeat(random.nextInt(3_000)));
    }
}
