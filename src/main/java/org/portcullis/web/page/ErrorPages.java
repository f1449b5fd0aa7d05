package org.portcullis.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.portcullis.web.form.InputFilter;
import org.portcullis.web.http.ApiPaths;
import org.portcullis.web.http.ClientAbort;
import org.portcullis.web.http.CsrfCookie;
import org.portcullis.web.http.DatabaseUnavailable;
import org.portcullis.web.http.ErrorKind;
import org.portcullis.web.http.LoggedPath;
import org.portcullis.web.http.RareLog;
import org.portcullis.web.http.RawErrors;
import org.portcullis.web.http.Refusals;
import org.portcullis.web.http.RefusedRequest.Kind;
import org.portcullis.web.http.RetainedForm;

/** Turns every failure of a resource into an error page that says what the reader can do, and nothing else. */
class ErrorPages {

    private static final RareLog RARELY = new RareLog(Logger.getLogger(ErrorPages.class));
    /** Headers of the original answer that the error page keeps. */
    private static final List<String> KEPT = List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER);
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final RoutingContext routing;
    private final CsrfCookie csrf;
    private final ApiPaths apiPaths;
    private final Refusals refusals;
    private final RetainedForm retained;

    ErrorPages(RoutingContext routing, CsrfCookie csrf, ApiPaths apiPaths, Refusals refusals, RetainedForm retained) {
        this.routing = routing;
        this.csrf = csrf;
        this.apiPaths = apiPaths;
        this.refusals = refusals;
        this.retained = retained;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance error(ErrorKind kind, String reference, Long seconds,
                RetainedForm.Form retained);

        private Templates() {
        }
    }

    @ServerExceptionMapper
    public Response answer(WebApplicationException exception) {
        var given = exception.getResponse();
        if (given.getStatus() < 400) {
            return given;
        }
        if (given.getStatus() == ErrorKind.UNAVAILABLE.status()) {
            return answer(given.getStatus(), null, given);
        }
        if (given.getStatus() >= 500) {
            return answer((Throwable) exception);
        }
        return answer(given.getStatus(), null, given);
    }

    @ServerExceptionMapper
    public Response answer(ForbiddenException exception) {
        return answer(ErrorKind.FORBIDDEN.status(), null, null);
    }

    /**
     * The page shows a reference that the log has too, so that a report can be matched with the log; of repeated
     * failures it is that of the last one logged. The exception's message is only in the log.
     */
    @ServerExceptionMapper
    public Response answer(Throwable exception) {
        if (routing.get(InputFilter.READ) == null) {
            // Not logged: such an exception quotes what it could not read, which may be a PIN.
            return answer(ErrorKind.BAD_REQUEST.status(), null, null);
        }
        if (ClientAbort.isCauseOf(exception, routing)) {
            return answer(ErrorKind.BAD_REQUEST.status(), null, null);
        }
        var reference = RARELY.log(Level.ERROR, RareLog.kindOf(exception), exception, given -> "Failed to answer "
                + routing.request().method() + " " + LoggedPath.of(routing) + ", reference " + given);
        var kind = DatabaseUnavailable.isCauseOf(exception) ? ErrorKind.UNAVAILABLE : ErrorKind.FAILURE;
        return answer(kind.status(), reference, null);
    }

    /** Some filters refuse a request with a status and no body; the person still gets a page. */
    @ServerResponseFilter
    public void fill(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= 400 && !response.hasEntity()
                && !request.getMethod().equals(HttpMethod.HEAD.name())) {
            if (response.getStatus() == ErrorKind.BAD_REQUEST.status()) {
                // An answer with an entity comes from a mapper; one without comes from the token filter.
                refusals.announce(routing, Kind.FORGED);
            }
            var answer = apiPaths.answer(routing, response.getStatus(), null);
            if (answer.isPresent()) {
                response.setStatus(answer.get().status());
                answer.get().headers().forEach(response.getHeaders()::putSingle);
                response.setEntity(answer.get().body());
            } else {
                var retryAfter = response.getHeaderString(HttpHeaders.RETRY_AFTER);
                response.setEntity(render(ErrorKind.of(response.getStatus()), null, retryAfter), null, HTML);
            }
        }
    }

    /** @param given the answer that a mapper or filter made, or null */
    private Response answer(int status, String reference, Response given) {
        if (status == ErrorKind.FORBIDDEN.status()) {
            refusals.announce(routing, Kind.FORBIDDEN);
        }
        return apiPaths.answer(routing, status, reference).map(ErrorPages::asResponse)
                .orElseGet(() -> page(ErrorKind.of(status), reference, given));
    }

    private static Response asResponse(ApiPaths.Answer answer) {
        var response = Response.status(answer.status()).entity(answer.body());
        answer.headers().forEach(response::header);
        return response.build();
    }

    private Response page(ErrorKind kind, String reference, Response given) {
        var retryAfter = RawErrors.isPassing(routing) ? RawErrors.RETRY_AFTER_SECONDS : retryAfter(given);
        var page = Response.status(kind.status()).entity(render(kind, reference, retryAfter)).type(HTML);
        if (kind == ErrorKind.UNAVAILABLE) {
            page.header(HttpHeaders.RETRY_AFTER, DatabaseUnavailable.RETRY_AFTER);
        } else if (given != null) {
            KEPT.forEach(name -> page.header(name, given.getHeaderString(name)));
        }
        return page.build();
    }

    private static String retryAfter(Response given) {
        return given == null ? null : given.getHeaderString(HttpHeaders.RETRY_AFTER);
    }

    /** @param retryAfter in seconds; or null */
    private String render(ErrorKind kind, String reference, String retryAfter) {
        csrf.ensure();
        var seconds = kind == ErrorKind.TOO_MANY_REQUESTS && retryAfter != null ? Long.valueOf(retryAfter) : null;
        return Templates.error(kind, reference, seconds, kind == ErrorKind.UNAVAILABLE ? retained.of(routing) : null)
                .render();
    }
}
