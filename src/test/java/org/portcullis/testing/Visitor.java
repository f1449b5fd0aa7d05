package org.portcullis.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.portcullis.testing.Fixtures.Person;

/** A simple browser without scripts: it keeps cookies, and sends the forms of pages. */
public final class Visitor {

    private final String portal;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).cookieHandler(cookies)
            .followRedirects(Redirect.NEVER).build();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Visitor(String portal) {
        this.portal = portal.replaceFirst("/$", "");
    }

    public static Visitor speaking(String acceptLanguage) {
        return of(Surroundings.portalUrl()).with("Accept-Language", acceptLanguage);
    }

    /** For a portal in another process. */
    public static Visitor of(String url) {
        return new Visitor(url).comingFrom(someAddress());
    }

    /**
     * Through a proxy on this machine, which the portal trusts, so that failures of one test don't slow another one.
     */
    public Visitor comingFrom(String address) {
        return with("X-Forwarded-For", address);
    }

    public static String someAddress() {
        var random = ThreadLocalRandom.current();
        return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(1, 255);
    }

    public static Visitor inEnglish() {
        return speaking("en-US,en;q=0.8");
    }

    public static Visitor inFrench() {
        return speaking("fr-FR,fr;q=0.8");
    }

    public Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Visitor signedInAs(Person person) {
        var page = signIn(person.email(), Fixtures.PASSWORD);
        if (page.status() != 303) {
            throw new AssertionError("Could not sign in: " + page.status() + " " + page.text());
        }
        return this;
    }

    public Page signIn(String email, String password) {
        return get("/sign-in").submit("/sign-in", Map.of("username", email, "password", password));
    }

    /** Signs in again in the same browser after the session has ended. */
    public Page signInOnceMore(Fixtures.Person person) {
        return signInOnceMore(person.email(), Fixtures.PASSWORD);
    }

    public Page signInOnceMore(String email, String password) {
        cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("portcullis-session"))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
        return signIn(email, password);
    }

    public Page get(String path) {
        return send("GET", path, null, null);
    }

    public Page post(String path, Map<String, String> fields) {
        return send("POST", path, encoded(fields), "application/x-www-form-urlencoded");
    }

    /** Sends a form with files, as a browser does. */
    Page upload(String path, Map<String, String> fields, List<Page.Attached> files) {
        var boundary = "a-boundary-of-the-tests";
        var head = new StringBuilder();
        fields.forEach((name, value) -> head.append("--").append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name).append("\"\r\n\r\n").append(value).append("\r\n"));
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        for (var file : files) {
            body.writeBytes(
                    ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file.field() + "\"; filename=\""
                            + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return request("POST", path, BodyPublishers.ofByteArray(body.toByteArray()),
                "multipart/form-data; boundary=" + boundary);
    }

    public Page send(String method, String path, String body, String contentType) {
        return request(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                contentType);
    }

    private Page request(String method, String path, BodyPublisher body, String contentType) {
        var request = HttpRequest.newBuilder(URI.create(portal + path)).method(method, body);
        headers.forEach(request::setHeader);
        if (contentType != null) {
            request.setHeader("Content-Type", contentType);
        }
        return new Page(this, answer(request.build(), BodyHandlers.ofString()));
    }

    private <T> HttpResponse<T> answer(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @return the downloaded bytes */
    public HttpResponse<byte[]> download(String path) {
        var request = HttpRequest.newBuilder(URI.create(portal + path));
        headers.forEach(request::setHeader);
        return answer(request.build(), BodyHandlers.ofByteArray());
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name)).map(cookie -> cookie.getValue()).findFirst()
                .orElse(null);
    }

    /** @return all cookies, in the form of a request's header */
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream().map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
