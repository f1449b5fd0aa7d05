package org.portcullis.portout.bandwidth;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;
import org.portcullis.portout.Answer;
import org.portcullis.portout.ClosedFailures;
import org.portcullis.portout.PortOutDecider;
import org.portcullis.portout.PortOutMessages;
import org.portcullis.portout.PortOutQuestion;
import org.portcullis.portout.Refusal;
import org.portcullis.portout.RequestFault;
import org.portcullis.portout.TimedAnswer;
import org.portcullis.portout.UnreadableRequests;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.portout.carrier.RequestingCarrier;
import org.portcullis.portout.guess.OverfullException;
import org.portcullis.web.http.RareLog;
import org.portcullis.web.i18n.Languages;

/** Answers requests of the protocol. Every failure is answered with a refusal; only an allowed request is approved. */
@ApplicationScoped
class Validation {

    private static final Logger LOG = Logger.getLogger(Validation.class);
    private static final RareLog RARELY = new RareLog(LOG);
    private static final String UNITED_STATES = "+1";
    /** Last-resort texts, which depend on nothing that could fail, not even on the message files. */
    private static final String UNDECIDED = "The request could not be decided. Ask again later.";
    private static final String UNREADABLE = "The request can't be read.";

    private final Verdicts verdicts;
    private final Supplier<PortOutMessages> words;
    private final ClosedFailures failures;
    private final MeterRegistry metrics;

    /** What the answers depend on. */
    interface Verdicts {

        TimedAnswer decide(PortOutQuestion question);

        /** @return those of the numbers that are ours and in service, in E.164 */
        List<String> portable(Collection<String> numbers);

        void keepUnreadable(RequestingCarrier asker, String pon, RequestFault fault, String element);
    }

    /** For the client proxy. */
    Validation() {
        this((Verdicts) null, null, null, null);
    }

    @Inject
    Validation(PortOutDecider decider, UnreadableRequests unreadable, ClosedFailures failures, MeterRegistry metrics) {
        this(new Verdicts() {

            @Override
            public TimedAnswer decide(PortOutQuestion question) {
                return decider.decideTimed(question);
            }

            @Override
            public List<String> portable(Collection<String> numbers) {
                return decider.portable(numbers);
            }

            @Override
            public void keepUnreadable(RequestingCarrier asker, String pon, RequestFault fault, String element) {
                unreadable.keep(asker, pon, fault, element);
            }
        }, () -> Languages.words(PortOutMessages.class, Locale.US), failures, metrics);
    }

    Validation(Verdicts verdicts, Supplier<PortOutMessages> words, ClosedFailures failures, MeterRegistry metrics) {
        this.verdicts = verdicts;
        this.words = words;
        this.failures = failures;
        this.metrics = metrics;
    }

    /** @param exchange receives the request once it is read, so that a late answer can repeat its data */
    byte[] answer(RequestingCarrier asker, byte[] body, String contentType, String address, Exchange exchange) {
        try {
            return answerRead(asker, body, contentType, address, exchange);
        } catch (RuntimeException e) {
            return undecided(asker.name(), exchange.request(), e);
        }
    }

    private byte[] answerRead(RequestingCarrier asker, byte[] body, String contentType, String address,
            Exchange exchange) {
        try {
            var request = RequestReader.read(body, contentType);
            exchange.read(request);
            var timed = verdicts
                    .decide(question(asker, request).withBody(body).from(address).arrivedAt(exchange.arrivedAt()));
            exchange.answerWhen(timed.due());
            var answer = timed.answer();
            return answer.isAllowed() ? ResponseWriter.allowed(request.pon())
                    : ResponseWriter.refused(request.pon(), errors(answer), acceptable(request));
        } catch (MalformedRequestException e) {
            return malformed(asker, e.pon(), e.fault(), e.element());
        }
    }

    /**
     * Refuses a request beyond the carrier's limits. It is read only because the refusal needs its numbers; no check is
     * made.
     */
    byte[] refuseLimited(RequestingCarrier asker, byte[] body, String contentType, Exchange exchange, Throwable limit) {
        try {
            exchange.read(RequestReader.read(body, contentType));
        } catch (MalformedRequestException e) {
            LOG.debugf("Refused unread: %s", e.getMessage());
        }
        return undecided(asker.name(), exchange.request(), new OverfullException(limit.getMessage()));
    }

    /**
     * @param pon of the request, or null
     * @param element with the fault, or null
     */
    byte[] malformed(RequestingCarrier asker, String pon, RequestFault fault, String element) {
        metrics.counter("portcullis.port.out.malformed", "channel", PortOutChannel.BANDWIDTH.name()).increment();
        try {
            verdicts.keepUnreadable(asker, pon, fault, element);
        } catch (RuntimeException e) {
            RARELY.log(Level.WARN, "unkept " + e.getClass().getName(), e,
                    "A request of " + asker.name() + " that can't be read (" + fault + ") could not be kept");
        }
        var description = words.get().fault(fault) + (element == null ? "" : " " + words.get().faultElement(element));
        return ResponseWriter.refused(pon, Map.of(BandwidthCode.INVALID_REQUEST, description), List.of());
    }

    /** @param request as far as it was read, or null */
    byte[] undecided(String carrier, ValidationRequest request, Throwable cause) {
        failures.count(PortOutChannel.BANDWIDTH, carrier, cause);
        return ResponseWriter.refused(request == null ? null : request.pon(),
                Map.of(BandwidthCode.INVALID_REQUEST, UNDECIDED),
                request == null ? List.of() : request.numbers());
    }

    /**
     * @return the answer to a caller that may not ask or can't be identified: undecided, with what can be read of the
     * request
     */
    byte[] unadmitted(String carrier, byte[] body, String contentType, Exchange exchange, RuntimeException cause) {
        try {
            exchange.read(RequestReader.read(body, contentType));
            return undecided(carrier, exchange.request(), cause);
        } catch (MalformedRequestException e) {
            return undecided(carrier, null, cause);
        }
    }

    /** @return the answer if nothing of the request could be read */
    static byte[] unread() {
        return ResponseWriter.refused(null, Map.of(BandwidthCode.INVALID_REQUEST, UNREADABLE), List.of());
    }

    private static PortOutQuestion question(RequestingCarrier asker, ValidationRequest request) {
        return new PortOutQuestion(asker, e164(request))
                .withPon(request.pon() == null || request.pon().isEmpty() ? null : request.pon())
                .withPin(request.pin())
                .withAccount(request.accountNumber(), request.zip())
                .withSubscriber(request.subscriberName());
    }

    private static List<String> e164(ValidationRequest request) {
        return request.numbers().stream().map(number -> UNITED_STATES + number).toList();
    }

    /** The verdict stands even if the acceptable values can't be looked up any more. */
    private List<String> acceptable(ValidationRequest request) {
        try {
            return verdicts.portable(e164(request)).stream().map(number -> number.substring(UNITED_STATES.length()))
                    .toList();
        } catch (RuntimeException e) {
            RARELY.log(Level.WARN, "acceptable " + e.getClass().getName(), e,
                    "The numbers that would be right could not be looked up; those of the request stand in the refusal");
            return request.numbers();
        }
    }

    private Map<BandwidthCode, String> errors(Answer answer) {
        var reasons = answer.reasons().isEmpty() ? List.of(Refusal.AWAITING_APPROVAL) : answer.reasons();
        return reasons.stream()
                .collect(Collectors.toMap(BandwidthCode::of, words.get()::reason,
                        (first, second) -> first + " " + second,
                        LinkedHashMap::new));
    }
}
