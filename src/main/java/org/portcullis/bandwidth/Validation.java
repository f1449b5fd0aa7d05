package org.portcullis.bandwidth;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.portout.Answer;
import org.portcullis.portout.Asker;
import org.portcullis.portout.Channel;
import org.portcullis.portout.ClosedFailures;
import org.portcullis.portout.PortOutDesk;
import org.portcullis.portout.PortOutMessages;
import org.portcullis.portout.PortOutQuestion;
import org.portcullis.portout.Refusal;
import org.portcullis.web.Languages;

/** Answers a request of the protocol. Whatever happens, the answer is one of the protocol, and a yes only if it was decided. */
@ApplicationScoped
class Validation {

    private static final String UNDECIDED = "The request could not be decided. Ask again later.";
    private static final String UNITED_STATES = "+1";

    private final Function<PortOutQuestion, Answer> desk;
    private final ClosedFailures failures;
    private final MeterRegistry metrics;

    /** For the client proxy. */
    Validation() {
        this((Function<PortOutQuestion, Answer>) null, null, null);
    }

    @Inject
    Validation(PortOutDesk desk, ClosedFailures failures, MeterRegistry metrics) {
        this(desk::decide, failures, metrics);
    }

    Validation(Function<PortOutQuestion, Answer> desk, ClosedFailures failures, MeterRegistry metrics) {
        this.desk = desk;
        this.failures = failures;
        this.metrics = metrics;
    }

    /**
     * @param body of the request; null if it was longer than a request may be
     * @param arrivedAt since when the platform waits
     */
    byte[] answer(Asker asker, byte[] body, String contentType, String address, Instant arrivedAt) {
        String pon = null;
        try {
            if (body == null) {
                throw new MalformedRequestException("The request is longer than 1 MB.", null);
            }
            var request = RequestReader.read(body, contentType);
            pon = request.pon();
            var answer = desk.apply(question(asker, request).withBody(body).from(address).arrivedAt(arrivedAt));
            return answer.isAllowed() ? ResponseWriter.allowed(pon) : ResponseWriter.refused(pon, errors(answer));
        } catch (MalformedRequestException e) {
            metrics.counter("portcullis.port.out.malformed", "channel", Channel.BANDWIDTH.name()).increment();
            return ResponseWriter.refused(e.pon(), Map.of(BandwidthCode.INVALID_REQUEST, e.getMessage()));
        } catch (RuntimeException e) {
            return undecided(asker.name(), pon, e);
        }
    }

    /** @param pon of the request, or null */
    byte[] undecided(String carrier, String pon, Throwable cause) {
        failures.count(Channel.BANDWIDTH, carrier, cause);
        return ResponseWriter.refused(pon, Map.of(BandwidthCode.INVALID_REQUEST, UNDECIDED));
    }

    private static PortOutQuestion question(Asker asker, ValidationRequest request) {
        var numbers = request.numbers().stream().map(number -> UNITED_STATES + number).toList();
        return new PortOutQuestion(asker, numbers)
                .withPon(request.pon() == null || request.pon().isEmpty() ? null : request.pon())
                .withPin(request.pin())
                .withAccount(request.accountNumber(), request.zip())
                .withSubscriber(request.subscriberName());
    }

    private static Map<BandwidthCode, String> errors(Answer answer) {
        var words = Languages.words(PortOutMessages.class, Locale.US);
        var reasons = answer.reasons().isEmpty() ? List.of(Refusal.AWAITING_WORD) : answer.reasons();
        return reasons.stream().collect(Collectors.toMap(BandwidthCode::of, words::reason, (first, second) -> first + " " + second, LinkedHashMap::new));
    }
}
