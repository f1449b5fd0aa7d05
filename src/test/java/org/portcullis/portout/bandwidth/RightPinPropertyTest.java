package org.portcullis.portout.bandwidth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portcullis.partner.BandwidthJudgement;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.portout.carrier.RequestingCarrier;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;

/** With the real checks and the real database: only a right PIN with every check passed leads to an approval. */
@QuarkusTest
class RightPinPropertyTest extends PortalTest {

    private static final int TRIES = 60;
    private static final String PIN = "73910482";
    /** The possible values of each field; null leaves the field out. */
    private static final List<String> PINS = List.of(PIN, " " + PIN + "\n", "73910483", "", "739104820", "7391048",
            "0000073910482", "٧٣٩١٠٤٨٢", "NONE");
    private static final List<String> ACCOUNTS = List.of("NONE", "4471-90382", "447190382", "4471-90383", "",
            "-".repeat(26) + "447190382");
    private static final List<String> ZIPS = List.of("NONE", "98101", "98101-0001", "98102", "", "9-8-1-0-1-------");
    private static final Map<String, List<String>> RIGHT = Map.of("Pin", PINS.subList(0, 2), "AccountNumber",
            ACCOUNTS.subList(0, 3), "ZipCode", ZIPS.subList(0, 3));

    @Inject
    Validation validation;

    /** What is wrong with the numbers, if anything. */
    private enum Trouble {
        NONE, LOCKED, INACTIVE, LEAVING, NOT_HERE, SEVERAL_ORGANIZATIONS, ABROAD, NO_PIN, COMPROMISED
    }

    private static String number() {
        return "+1424" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
    }

    private static <T> T any(Random random, List<T> all) {
        // The right value is frequent, so that every check is reached.
        return random.nextInt(3) > 0 ? all.get(0) : all.get(random.nextInt(all.size()));
    }

    private static String element(String name, String value) {
        return value.equals("NONE") ? "" : "<" + name + ">" + value + "</" + name + ">";
    }

    /** The organization that has the numbers, if nothing is wrong with the organization itself. */
    private Fixtures.Organization organization(List<String> numbers) {
        var builder = Fixtures.organization("Cascade Freight");
        numbers.forEach(builder::withNumber);
        return builder.saved().withPin(PIN);
    }

    private String[] numbers(Trouble trouble, Fixtures.Organization organization, String number) {
        switch (trouble) {
            case LOCKED -> Row.update(
                    "insert into port_out_lock (organization_id, number, set_at, set_by_id, set_by_name)"
                            + " values (?, ?, current_timestamp, ?, 'The admin')",
                    organization.id(), number, UUID.randomUUID());
            case INACTIVE -> Row.update("update telephone_number set active = false where number = ?", number);
            case LEAVING -> organization.order("Leaving").out().in("PROCESSING").withNumber(number).saved();
            default -> {
            }
        }
        return switch (trouble) {
            case NOT_HERE -> new String[] {number, number()};
            case SEVERAL_ORGANIZATIONS -> new String[] {number, ofAnother(trouble)};
            case ABROAD, NO_PIN, COMPROMISED -> new String[] {ofAnother(trouble)};
            default -> new String[] {number};
        };
    }

    private static String ofAnother(Trouble trouble) {
        var number = number();
        var builder = Fixtures.organization("Rainier Tea").withNumber(number);
        var organization = (trouble == Trouble.ABROAD ? builder.inFrance() : builder).saved();
        if (trouble != Trouble.NO_PIN) {
            organization.withPin(Instant.now(), "The admin");
            Row.update("update port_out_pin set compromised_at = current_timestamp where organization_id = ?",
                    organization.id());
        }
        return number;
    }

    @Test
    void onlyARightPinWithEveryCheckPassedLetsNumbersLeave() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var numbers = Stream.generate(RightPinPropertyTest::number).distinct().limit(TRIES).toList();
        var organization = organization(numbers);
        int allowed = 0;
        for (int i = 0; i < TRIES; i++) {
            Row.update("delete from port_out_guess");
            var trouble = any(random, List.of(Trouble.values()));
            var fields = Map.of("Pin", any(random, PINS), "AccountNumber", any(random, ACCOUNTS), "ZipCode",
                    any(random, ZIPS));
            var elements = new StringBuilder("<PON>" + i + "</PON>");
            fields.forEach((name, value) -> elements.append(element(name, value)));
            var body = AskingCarrier.xml(elements.toString(), numbers(trouble, organization, numbers.get(i)))
                    .getBytes(StandardCharsets.UTF_8);
            var asker = new RequestingCarrier(UUID.randomUUID(), "Bandwidth", PortOutChannel.BANDWIDTH);
            var answer = BandwidthJudgement.of(200, "application/xml",
                    validation.answer(asker, body, "application/xml;charset=UTF-8", "192.0.2.1",
                            new Exchange(Instant.now())));
            var isRight = trouble == Trouble.NONE && fields.entrySet().stream()
                    .allMatch(field -> RIGHT.get(field.getKey()).contains(field.getValue()));
            assertEquals(isRight, !answer.isKept(),
                    () -> "seed " + seed + ", " + trouble + ", " + fields + ": " + answer);
            allowed += isRight ? 1 : 0;
        }
        assertEquals(true, allowed > 0 && allowed < TRIES, "both come up, with seed " + seed);
    }
}
