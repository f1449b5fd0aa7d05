package org.portcullis.portout.api;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.portcullis.web.http.ApiPaths.Answer;
import org.portcullis.web.http.ApiPaths.Errors;
import org.portcullis.web.http.ApiPaths.Failure;
import org.portcullis.web.i18n.Languages;

/** Turns every error of the API into a problem document, also those outside of the resources. */
@Singleton
class ApiErrors implements Errors {

    static final String TYPE = "application/problem+json";

    private static final String ROOT = "/api";
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final Set<Problem> WITH_RETRY = EnumSet.of(Problem.UNDECIDED, Problem.STILL_DECIDING,
            Problem.TOO_MANY_REQUESTS);

    @Override
    public boolean isFor(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    @Override
    public Answer answer(Failure failure) {
        var answer = answer(Problem.of(failure.status()), List.of(), failure.reference(),
                language(failure.acceptLanguage()));
        if (failure.status() == Problem.METHOD_NOT_ALLOWED.status()) {
            answer.headers().put(HttpHeaders.ALLOW,
                    failure.path().equals(PortOutRequestResource.PATH) ? "POST" : "GET, HEAD");
        }
        return answer;
    }

    static Answer answer(Problem problem, List<FieldProblem> errors, String reference, Locale language) {
        var headers = headers(language);
        headers.put(HttpHeaders.CONTENT_TYPE, TYPE);
        if (WITH_RETRY.contains(problem)) {
            headers.put(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return new Answer(problem.status(), headers, Documents.of(problem, errors, reference, language));
    }

    /** @return the headers of every answer, since its texts depend on the reader's language */
    static Map<String, String> headers(Locale language) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        headers.put(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return headers;
    }

    /** @param accepted the value of {@code Accept-Language}, possibly null or malformed */
    static Locale language(String accepted) {
        return Languages.accepted(accepted).orElse(Languages.ENGLISH);
    }
}
