package org.portcullis.portout.bandwidth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.portcullis.partner.BandwidthJudgement;

/** The refusal that README tells a proxy to send while no process of the portal is running. */
class ProxyRefusalTest {

    private static final Pattern ANSWER = Pattern.compile("<\\?xml .*</PortOutValidationResponse>");

    @Test
    void isARefusalToThePlatform() throws IOException {
        var answers = ANSWER.matcher(Files.readString(Path.of("README.md"))).results().map(found -> found.group())
                .toList();
        assertEquals(2, answers.size(), "nginx and Caddy");
        for (String answer : answers) {
            var judgement = BandwidthJudgement.of(200, "application/xml;charset=UTF-8",
                    answer.getBytes(StandardCharsets.UTF_8));
            assertTrue(judgement.isKept(), answer);
            assertEquals(List.of(7598), judgement.codes());
        }
    }
}
