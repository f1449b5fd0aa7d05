package org.portcullis.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.TestClock;
import org.portcullis.testing.Visitor;
import org.portcullis.web.http.ClientAddress;

/** Failed attempts by other people can't lock the owner of an account out. */
@QuarkusTest
class KnownDeviceTest extends PortalTest {

    @Inject
    TestClock clock;

    private final Fixtures.Person owner = Fixtures.organization("Cascade Freight").saved().admin();
    private final String network = "2001:db8:%x".formatted(ThreadLocalRandom.current().nextInt(1, 0xffff));

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    private Visitor stranger(int subnet) {
        return Visitor.inEnglish().comingFrom(network + ":" + Integer.toHexString(subnet) + "::1");
    }

    private void besiege(int tries) {
        for (int i = 0; i < tries; i++) {
            stranger(i).signIn(owner.email(), "wrong " + i);
        }
    }

    private List<String> told() {
        return Row.select("select subject from notice where recipient = ?", owner.email()).stream()
                .map(row -> row.get("subject")).toList();
    }

    @Test
    void letsTheOwnerInOnADeviceThatIsKnownWhateverStrangersTry() {
        var device = Visitor.inEnglish().signedInAs(owner);
        for (int episode = 0; episode < 3; episode++) {
            besiege(12);
            assertEquals(429, stranger(99).signIn(owner.email(), Fixtures.PASSWORD).status());
            assertEquals(303, device.signInOnceMore(owner).status());
            clock.pass(Duration.ofMinutes(2));
        }
        assertEquals(List.of("Somebody tries passwords for your Portcullis account"), told(), "once for all of it");
    }

    @Test
    void tellsOfTheNextEpisode() {
        besiege(12);
        besiege(12);
        assertEquals(1, told().size());
        clock.pass(Duration.ofHours(1));
        besiege(12);
        assertEquals(2, told().size());
    }

    @Test
    void saysItInFrench() {
        owner.prefers("fr-FR", "Europe/Paris");
        besiege(12);
        assertEquals(List.of("Quelqu’un essaie des mots de passe pour votre compte Portcullis"), told());
    }

    @Test
    void countsADeviceByItself() {
        var device = Visitor.inEnglish().signedInAs(owner);
        for (int i = 0; i < 10; i++) {
            assertEquals(400, device.signInOnceMore(owner.email(), "wrong " + i).status());
        }
        assertEquals(429, device.signInOnceMore(owner).status());
        assertEquals(303, stranger(1).signIn(owner.email(), Fixtures.PASSWORD).status(), "the account has no failure");
        assertEquals(List.of(), told());
    }

    @Test
    void knowsADeviceForOneAccountOnly() {
        var other = Fixtures.organization("Rainier Tea").saved().admin();
        var device = Visitor.inEnglish().signedInAs(other);
        besiege(12);
        assertEquals(429, device.signInOnceMore(owner).status());
    }

    @Test
    void forgetsADeviceAfterHalfAYear() {
        var device = Visitor.inEnglish().signedInAs(owner);
        clock.pass(Duration.ofDays(181));
        besiege(12);
        assertEquals(429, device.signInOnceMore(owner).status());
    }

    @Test
    void slowsAWiderNetworkWhoseAddressesChange() {
        stranger(1).signIn("nobody@example.com", "wrong");
        Row.update("update sign_in_throttle set failures = 99 where subject = ?",
                "address:" + ClientAddress.networks(network + ":7::1").get(1));
        assertEquals(400, stranger(2).signIn("other@example.com", "wrong").status());
        assertEquals(429, stranger(7).signIn(owner.email(), Fixtures.PASSWORD).status());
        assertEquals(303,
                Visitor.inEnglish().comingFrom("2001:db8:0:1::1").signIn(owner.email(), Fixtures.PASSWORD).status());
    }

    @Test
    void isNotProlongedByWhatIsRefused() {
        besiege(10);
        for (int i = 0; i < 5; i++) {
            besiege(3);
            clock.pass(Duration.ofSeconds(5));
        }
        clock.pass(Duration.ofSeconds(6));
        assertEquals(303, stranger(300).signIn(owner.email(), Fixtures.PASSWORD).status());
        assertTrue(told().size() == 1);
    }
}
