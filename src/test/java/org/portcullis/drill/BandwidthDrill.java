package org.portcullis.drill;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.portcullis.drill.Attempt.Try;
import org.portcullis.partner.BandwidthJudgement;
import org.portcullis.partner.BandwidthPlatform.PortOut;
import org.portcullis.partner.BandwidthPlatform;

/**
 * The drill's requests over Bandwidth's protocol. A missing answer counts as an approval, as it does after the
 * platform's last retry.
 */
final class BandwidthDrill {

    private static final String PARTNER = "Bandwidth";
    private static final int GUESSES = 120;
    private static final int STORM = 400;
    private static final int AT_ONCE = 40;
    private static final String XML = "application/xml; charset=utf-8";
    private static final List<String> STRANGE_BODIES = List.of("", " ", "hello", "{\"Portable\": true}",
            "<PortOutValidationRequest>",
            "<PortOutValidationRequest/>", "<Portable>true</Portable>",
            "<?xml version=\"1.1\"?><PortOutValidationRequest/>",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><PortOutValidationRequest><PON>&a;</PON></PortOutValidationRequest>",
            "<a>".repeat(20_000),
            "<PortOutValidationRequest>" + "<PON>1</PON>".repeat(50_000) + "</PortOutValidationRequest>",
            "PON=1&Pin=2", "\u0000\u0001\u0002", "x".repeat(2_000_000));

    private final DrillTarget target;
    private final BandwidthPlatform platform;

    BandwidthDrill(DrillTarget target) {
        this.target = target;
        this.platform = new BandwidthPlatform(target.portal(), target.user(), target.secret(), time -> {});
    }

    Attempt withoutPinSet() {
        return attempt("no PIN is set, one is given", ask(PortOut.of(target.numberWithoutPin()).withPin("123456")),
                ask(PortOut.of(target.numberWithoutPin())));
    }

    List<Attempt> all() {
        var attempts = new ArrayList<Attempt>();
        attempts.add(attempt("no PIN given", ask(number()), ask(number().withPin(""))));
        attempts.add(
                attempt("digits that can't be a PIN", List.of("1", "12345", "12345678901", "abcdef", "٤٨٢٩١٣").stream()
                        .map(digits -> ask(number().withPin(digits))).toList()));
        attempts.add(attempt("number that is not here", ask(PortOut.of("4657110000").withPin(pin())),
                ask(PortOut.of(target.number(), "4657110000").withPin(pin()))));
        attempts.add(attempt("wrong account number or ZIP code", ask(number().withPin(pin()).withAccountNumber("0")),
                ask(number().withPin(pin()).withZip("00000")),
                ask(number().withPin(pin()).withAccountNumber("").withZip(""))));
        if (target.lockedNumber() != null) {
            attempts.add(attempt("locked number" + rightPin(), ask(PortOut.of(target.lockedNumber()).withPin(pin())),
                    ask(PortOut.of(target.number(), target.lockedNumber()).withPin(pin()))));
        }
        attempts.add(attempt("strange bodies",
                STRANGE_BODIES.stream().map(body -> strange(body, StandardCharsets.UTF_8)).toList()));
        attempts.add(attempt("other character sets", List.of("UTF-16", "UTF-16LE", "IBM037").stream()
                .map(set -> strange(guess().xml(), Charset.forName(set))).toList()));
        attempts.add(attempt("wrong addresses and methods",
                List.of("", "/", "/port-out", "/port-out-validation/1", "/port-out-validation.xml").stream()
                        .map(path -> (Supplier<BandwidthJudgement>) () -> platform.send("POST",
                                "/carrier/bandwidth" + path,
                                BodyPublishers.ofString(guess().xml()), XML))
                        .toList()));
        attempts.add(attempt("a body that never comes to its end", this::stalled));
        attempts.add(atOnce("a storm of one request and its retries",
                IntStream.range(0, STORM).mapToObj(i -> ask(number().withPin("000001"))).toList()));
        attempts.add(attempt("guesses, one after the other",
                IntStream.range(0, GUESSES).mapToObj(i -> ask(guess())).toList()));
        attempts.add(atOnce("a storm of guesses", IntStream.range(0, STORM).mapToObj(i -> ask(guess())).toList()));
        if (target.pin() != null) {
            attempts.add(
                    attempt("the right PIN, after all these guesses", ask(number().withPin(pin()).withPon(pon()))));
        }
        return attempts;
    }

    /** The right PIN if it is known, so that only the tested rule can keep the numbers. */
    private String pin() {
        return target.pin() == null ? "000000" : target.pin();
    }

    private String rightPin() {
        return target.pin() == null ? "" : ", with the right PIN";
    }

    private PortOut number() {
        return PortOut.of(target.number());
    }

    /** Never the right PIN: it has a digit more or less, or another first digit. */
    private PortOut guess() {
        return number().withPon(pon()).withPin((pin().charAt(0) == '9' ? "8" : "9") + pin().substring(1));
    }

    private static String pon() {
        return UUID.randomUUID().toString().substring(0, 18);
    }

    private Supplier<BandwidthJudgement> ask(PortOut portOut) {
        return () -> platform.ask(portOut);
    }

    private Supplier<BandwidthJudgement> strange(String body, Charset characters) {
        return () -> platform.send(BodyPublishers.ofByteArray(body.getBytes(characters)), XML);
    }

    /** The platform's own connection hangs in the middle of its request; it still takes silence for an approval. */
    private BandwidthJudgement stalled() {
        var address = URI.create(target.portal());
        if (!"http".equals(address.getScheme())) {
            return platform.send(BodyPublishers.ofString("<PortOutValidationRequest>"), XML);
        }
        try (var socket = new Socket(address.getHost(), address.getPort() < 0 ? 80 : address.getPort())) {
            socket.setSoTimeout((int) BandwidthPlatform.PATIENCE.toMillis());
            var credential = Base64.getEncoder()
                    .encodeToString((target.user() + ":" + target.secret()).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write(("POST " + BandwidthPlatform.PATH + " HTTP/1.1\r\nHost: drill\r\nAuthorization: Basic "
                            + credential
                            + "\r\nContent-Type: application/xml\r\nContent-Length: 1000\r\n\r\n<PortOutValidation")
                            .getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            return BandwidthJudgement.of(Integer.parseInt(answer.substring(9, 12)), "application/xml",
                    body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | IndexOutOfBoundsException e) {
            return BandwidthJudgement.ofSilence();
        }
    }

    @SafeVarargs
    private static Attempt attempt(String what, Supplier<BandwidthJudgement>... tries) {
        return attempt(what, List.of(tries));
    }

    private static Attempt attempt(String what, List<Supplier<BandwidthJudgement>> tries) {
        return new Attempt(PARTNER, what, tries.stream().map(BandwidthDrill::judged).toList());
    }

    private static Attempt atOnce(String what, List<Supplier<BandwidthJudgement>> tries) {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var all = threads.invokeAll(tries.stream().map(each -> (Callable<Try>) () -> judged(each)).toList());
            return new Attempt(PARTNER, what, all.stream().map(BandwidthDrill::ended).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Try ended(Future<Try> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Try judged(Supplier<BandwidthJudgement> one) {
        var start = System.nanoTime();
        var judgement = one.get();
        var fate = judgement.isKept() ? judgement.fate() + " " + judgement.codes()
                : judgement.fate() + " (" + judgement.why() + ")";
        return new Try(judgement.isKept() && !judgement.isIndiscreet(), fate,
                Duration.ofNanos(System.nanoTime() - start));
    }
}
