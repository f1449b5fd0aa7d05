package org.portcullis.web.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The certificate that a client has presented and proved to have the key of: in the TLS handshake with the portal, or
 * in that with a trusted proxy, which forwards it in a header. Whose certificate it is is not checked here.
 */
@Singleton
public class ClientCertificates implements HttpServerOptionsCustomizer {

    /** In characters: enough for certificates of several thousand bytes in every encoding. */
    private static final int LONGEST = 32_768;
    private static final String PEM_BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String PEM_END = "-----END CERTIFICATE-----";

    private final Optional<String> header;
    private final boolean isAskedFor;

    ClientCertificates(@ConfigProperty(name = "portcullis.http.client-certificate-header") Optional<String> header,
            @ConfigProperty(name = "portcullis.http.ask-for-client-certificate", defaultValue = "false") boolean isAskedFor) {
        this.header = header;
        this.isAskedFor = isAskedFor;
    }

    /**
     * Requests a client certificate for this listener. Quarkus' {@code client-auth} is fixed at build time and would
     * make each certificate an identity on pages, too. Without a trust store the handshake accepts any certificate;
     * what it allows depends on which carrier has registered it.
     */
    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        if (isAskedFor) {
            options.setClientAuth(ClientAuth.REQUEST);
            if (options.getTrustOptions() == null) {
                options.setTrustOptions(TrustOptions.wrap(new AnyClientTrustManager()));
            }
        }
    }

    /** @return the certificate in DER, not parsed yet; empty where none was presented, or none that can be trusted */
    public Optional<byte[]> of(RoutingContext routing) {
        if (!ClientAddress.isForwarded(routing)) {
            return ofConnection(routing);
        }
        // Behind a proxy, the connection's own certificate is the proxy's.
        return header.map(name -> routing.request().headers().getAll(name)).filter(values -> values.size() == 1)
                .flatMap(values -> read(values.get(0)));
    }

    private static Optional<byte[]> ofConnection(RoutingContext routing) {
        var session = routing.request().isSSL() ? routing.request().connection().sslSession() : null;
        if (session == null) {
            return Optional.empty();
        }
        try {
            Certificate[] chain = session.getPeerCertificates();
            return Optional.of(chain[0].getEncoded());
        } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
            return Optional.empty();
        }
    }

    /**
     * @param value as RFC 9440 has it (DER in Base64 between colons), as Caddy writes it (without the colons), or as nginx does (PEM,
     *         percent-encoded)
     */
    static Optional<byte[]> read(String value) {
        var text = value.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            if (text.startsWith("-----BEGIN")) {
                return ofPem(text.contains("%") ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
                        : text);
            }
            var bare = text.length() > 1 && text.startsWith(":") && text.endsWith(":")
                    ? text.substring(1, text.length() - 1)
                    : text;
            return Optional.of(Base64.getDecoder().decode(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @return the content of the one PEM block, in DER; empty where there is none, or more than one */
    public static Optional<byte[]> ofPem(String text) {
        int begin = text.indexOf(PEM_BEGIN);
        int end = text.indexOf(PEM_END);
        if (begin < 0 || end < begin || text.indexOf(PEM_BEGIN, begin + 1) >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(text.substring(begin + PEM_BEGIN.length(), end)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
