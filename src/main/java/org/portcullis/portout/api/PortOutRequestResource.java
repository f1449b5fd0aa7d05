package org.portcullis.portout.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.portout.Answer;
import org.portcullis.portout.ClosedFailures;
import org.portcullis.portout.PortOutDecider;
import org.portcullis.portout.PortOutQuestion;
import org.portcullis.portout.api.IdempotencyKeys.Claim;
import org.portcullis.portout.api.IdempotencyKeys.Standing;
import org.portcullis.portout.api.RequestReader.MalformedException;
import org.portcullis.portout.carrier.Caller;
import org.portcullis.portout.carrier.CarrierIdentity;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.portout.carrier.RequestingCarrier;
import org.portcullis.web.i18n.RequestContext;

/** Takes a carrier's request for numbers, and shows its state later. */
@Path(PortOutRequestResource.PATH)
@RolesAllowed(Caller.API)
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class PortOutRequestResource {

    static final String PATH = "/api/port-out-requests";

    /** In bytes. A body without a Content-Length is measured here. */
    private static final int LONGEST_BODY = 1 << 20;
    /** Used while the database does not answer. */
    private static final String UNKNOWN = "an unknown carrier";

    private final PortOutDecider decider;
    private final ClosedFailures failures;
    private final IdempotencyKeys keys;
    private final Caller caller;
    private final RequestContext context;
    private final HttpHeaders headers;

    PortOutRequestResource(PortOutDecider decider, ClosedFailures failures, IdempotencyKeys keys, Caller caller,
            RequestContext context,
            @Context HttpHeaders headers) {
        this.decider = decider;
        this.failures = failures;
        this.keys = keys;
        this.caller = caller;
        this.context = context;
        this.headers = headers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> ask(byte[] body) {
        var due = new AtomicReference<CompletionStage<Void>>(CompletableFuture.completedStage(null));
        var response = ask(body, due);
        return Uni.createFrom().completionStage(due.get()).replaceWith(response);
    }

    /** @param due receives when the answer may be sent */
    private Response ask(byte[] body, AtomicReference<CompletionStage<Void>> due) {
        if (caller.isUnchecked()) {
            return undecided(UNKNOWN, new IllegalStateException("The credential can't be checked"));
        }
        if (caller.getKeptOut().isPresent()) {
            return problem(Problem.KEPT_OUT);
        }
        if (body.length > LONGEST_BODY) {
            return problem(Problem.TOO_LARGE);
        }
        if (!isJson(headers.getMediaType())) {
            return problem(Problem.UNSUPPORTED_TYPE);
        }
        var header = headers.getRequestHeader(IdempotencyKeys.HEADER);
        var key = IdempotencyKeys.read(header);
        if (!header.isEmpty() && key.isEmpty()) {
            return problem(Problem.BAD_REQUEST);
        }
        try {
            var reading = RequestReader.read(body);
            if (reading.askedFor() == null) {
                return answer(ApiErrors.answer(Problem.INVALID, reading.problems(), null, language()));
            }
            return decide(question(reading.askedFor(), body, key.orElse(null)), key.orElse(null), body, due);
        } catch (MalformedException e) {
            return problem(Problem.MALFORMED);
        }
    }

    /** JSON has to be UTF-8 (RFC 8259 §8.1). */
    private static boolean isJson(MediaType type) {
        var charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        return type != null && (charset == null || charset.equalsIgnoreCase(StandardCharsets.UTF_8.name()));
    }

    private PortOutQuestion question(AskedFor askedFor, byte[] body, String key) {
        return new PortOutQuestion(asker(), askedFor.numbers()).withPon(askedFor.text(Field.PON))
                .withPin(askedFor.text(Field.PIN))
                .withAccount(askedFor.text(Field.ACCOUNT_NUMBER), askedFor.text(Field.ZIP_CODE))
                .withSubscriber(askedFor.text(Field.SUBSCRIBER_NAME)).withBody(body).withIdempotencyKey(key)
                .from(context.getAddress());
    }

    private Response decide(PortOutQuestion question, String key, byte[] body,
            AtomicReference<CompletionStage<Void>> due) {
        Claim claim = null;
        try {
            claim = key == null ? null : keys.claim(carrier().id(), key, body);
            if (claim == null || claim.standing() == Standing.NEW) {
                var timed = decider.decideTimed(question);
                due.set(timed.due());
                var answer = timed.answer();
                if (claim != null) {
                    keys.keep(claim, answer);
                }
                return created(answer);
            }
            if (claim.standing() == Standing.ANSWERED) {
                return created(current(claim.answer()));
            }
        } catch (RuntimeException e) {
            if (claim != null) {
                keys.giveUp(claim);
            }
            return undecided(carrier().name(), e);
        }
        return switch (claim.standing()) {
            case OTHER_REQUEST -> problem(Problem.KEY_REUSED);
            default -> problem(Problem.STILL_DECIDING);
        };
    }

    /** An approval is repeated only while it still holds. */
    private Answer current(Answer kept) {
        return kept.isAllowed() ? decider.answer(kept.id(), asker()).orElse(kept) : kept;
    }

    /** Another carrier's request is answered like a missing one. */
    @GET
    @Path("{id}")
    public Response look(@RestPath UUID id) {
        if (caller.isUnchecked()) {
            return problem(Problem.UNDECIDED);
        }
        if (caller.getKeptOut().isPresent()) {
            return problem(Problem.KEPT_OUT);
        }
        return decider.answer(id, asker()).map(answer -> verdict(Response.ok(), answer))
                .orElseGet(() -> problem(Problem.NOT_FOUND));
    }

    private CarrierIdentity carrier() {
        return caller.getCarrier();
    }

    private RequestingCarrier asker() {
        return new RequestingCarrier(carrier().id(), carrier().name(), PortOutChannel.API);
    }

    private Response created(Answer answer) {
        return verdict(Response.status(Status.CREATED).header(HttpHeaders.LOCATION, PATH + "/" + answer.id()), answer);
    }

    private Response verdict(Response.ResponseBuilder response, Answer answer) {
        ApiErrors.headers(language()).forEach(response::header);
        return response.type(MediaType.APPLICATION_JSON).entity(Documents.of(answer, language())).build();
    }

    /** Fails closed: counts and logs the failure, and answers nothing that could be read as an approval. */
    private Response undecided(String carrier, RuntimeException cause) {
        failures.count(PortOutChannel.API, carrier, cause);
        return problem(Problem.UNDECIDED);
    }

    private Response problem(Problem problem) {
        return answer(ApiErrors.answer(problem, List.of(), null, language()));
    }

    private static Response answer(org.portcullis.web.http.ApiPaths.Answer answer) {
        var response = Response.status(answer.status()).entity(answer.body());
        answer.headers().forEach(response::header);
        return response.build();
    }

    private Locale language() {
        return ApiErrors.language(String.join(",", headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }
}
