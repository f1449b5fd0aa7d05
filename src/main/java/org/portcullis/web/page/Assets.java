package org.portcullis.web.page;

import io.quarkus.qute.TemplateExtension;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The portal's own style sheet, scripts and icon. Each address contains a digest of the content, so that a browser may
 * cache it for ever and never combines a page with the files of another release.
 */
@Singleton
class Assets {

    private static final String FOLDER = "/assets/";
    private static final int DIGEST_LENGTH = 16;
    private static final Map<String, String> URLS = new ConcurrentHashMap<>();

    /**
     * The digest in the address only serves the browser's cache; Quarkus serves the file itself from its usual path.
     */
    void route(@Observes Router router) {
        router.getWithRegex("/assets/[0-9a-f]{" + DIGEST_LENGTH + "}/(?<name>[a-z-]+\\.[a-z]+)")
                .handler(routing -> routing.reroute(FOLDER + routing.pathParam("name")));
    }

    @TemplateExtension(namespace = "asset")
    static String url(String name) {
        return URLS.computeIfAbsent(name, Assets::digested);
    }

    private static String digested(String name) {
        try (var file = Assets.class.getResourceAsStream("/META-INF/resources/assets/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no asset " + name);
            }
            var digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            return FOLDER + HexFormat.of().formatHex(digest).substring(0, DIGEST_LENGTH) + "/" + name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
