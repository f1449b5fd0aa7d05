package org.portcullis.drill;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.portcullis.drill.Attempt.Try;
import org.portcullis.partner.TelnyxHttp.Fault;
import org.portcullis.partner.TelnyxPlatform.Fate;
import org.portcullis.partner.TelnyxPlatform.Request;
import org.portcullis.partner.TelnyxPlatform;

/**
 * The drill's requests through Telnyx, which takes silence for an approval: the numbers stay only once Telnyx was told
 * so.
 */
final class TelnyxDrill implements AutoCloseable {

    private static final String PARTNER = "Telnyx";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /**
     * The time left until automatic approval when the portal first learns of an old port-out: just more than when it
     * rejects undecided ones.
     */
    private static final Duration LEFT = Duration.ofHours(2).plusMinutes(1);

    private final DrillTarget target;
    private final TelnyxPlatform telnyx;
    private final List<Tried> late = new ArrayList<>();

    /** A port-out whose outcome is still open. */
    private record Tried(String what, String portOut, long start) {
    }

    TelnyxDrill(DrillTarget target) {
        this.target = target;
        this.telnyx = new TelnyxPlatform(target.telnyx().port(), target.telnyx().apiKey(), target.telnyx().keys(),
                URI.create(target.portal() + "/carrier/telnyx/webhook"), Clock.systemUTC());
    }

    /** Starts the tests that take minutes: port-outs whose webhook never arrives, or is forged. */
    void begin() {
        var since = Instant.now().minus(TelnyxPlatform.SILENCE).plus(LEFT);
        late.add(tried("a webhook that never arrives", telnyx.open(request(wrongPin()), since)));
        var forged = telnyx.open(request(pin()), since);
        late.add(tried("a webhook with a forged signature", forged));
        telnyx.webhooks().lose();
        telnyx.webhooks().sendForged(telnyx.webhooks().last(forged));
    }

    List<Attempt> all() {
        var attempts = new ArrayList<Attempt>();
        attempts.add(sent("no PIN given", request(null)));
        attempts.add(sent("wrong PIN", request(wrongPin())));
        if (target.lockedNumber() != null) {
            attempts.add(
                    sent("locked number", new Request(List.of(target.lockedNumber()), "Drill", pin(), null, null)));
        }
        attempts.add(sent("number that is not here", new Request(List.of("+14657110000"), "Drill", pin(), null, null)));
        telnyx.api().fail(Fault.UNAVAILABLE, Fault.BROKEN, Fault.CUT);
        attempts.add(sent("wrong PIN, while Telnyx' API fails", request(wrongPin())));
        attempts.add(rejectedAgain());
        late.forEach(each -> attempts.add(new Attempt(PARTNER, each.what, List.of(awaited(each)))));
        return attempts;
    }

    /** Telnyx finds the reason of a rejection invalid and waits again; no webhook about it arrives. */
    private Attempt rejectedAgain() {
        var portOut = telnyx.open(request(null));
        telnyx.webhooks().sendAll();
        var first = awaited(tried("", portOut));
        telnyx.findInvalid(portOut);
        telnyx.webhooks().lose();
        return new Attempt(PARTNER, "a rejection that Telnyx finds invalid",
                List.of(first, awaited(tried("", portOut))));
    }

    private Attempt sent(String what, Request request) {
        var portOut = telnyx.open(request);
        telnyx.webhooks().sendAll();
        return new Attempt(PARTNER, what, List.of(awaited(tried(what, portOut))));
    }

    private static Tried tried(String what, String portOut) {
        return new Tried(what, portOut, System.nanoTime());
    }

    private Try awaited(Tried tried) {
        long end = tried.start + target.telnyx().patience().toNanos();
        while (telnyx.fate(tried.portOut) == Fate.WAITS && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        var fate = telnyx.fate(tried.portOut);
        return new Try(fate == Fate.STAYS,
                fate == Fate.WAITS ? "silence: authorized" : telnyx.status(tried.portOut).toString(),
                Duration.ofNanos(System.nanoTime() - tried.start));
    }

    private Request request(String pin) {
        return new Request(List.of(target.number()), "Drill", pin, null, null);
    }

    private String pin() {
        return target.pin() == null ? "000000" : target.pin();
    }

    private String wrongPin() {
        return (pin().charAt(0) == '9' ? "8" : "9") + pin().substring(1);
    }

    @Override
    public void close() {
        telnyx.close();
    }
}
