package org.portcullis.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.settings.ServerKeys;
import org.portcullis.settings.Settings;
import org.portcullis.settings.SiteUrl;

/**
 * Creates and verifies one-time password links. A link's token is the keyed digest of its id. The database, including
 * the outbox, holds only the id and a digest of the token; neither opens an account without the server's session key.
 */
@ApplicationScoped
public class PasswordLinks {

    private static final String PLACEHOLDER = "portcullis-password-link:";

    private final ServerKeys keys;
    private final Settings settings;
    private final Clock clock;

    PasswordLinks(ServerKeys keys, Settings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return the text that stands for the link in an e-mail until delivery */
    public static String placeholder(UUID id) {
        return PLACEHOLDER + id;
    }

    /**
     * @param link the link that the e-mail was written for, or null; no other link is inserted, even if the text names
     * one
     * @return the text of the e-mail with its link, for its recipient only
     */
    public String fill(String text, UUID link) {
        return link == null ? text : text.replace(placeholder(link), url(link));
    }

    /** Creates a new link for the person, which replaces any other. */
    PasswordLink make(User user) {
        var id = UUID.randomUUID();
        return PasswordLink.make(user.id, id, digest(token(id)),
                clock.instant().plus(settings.passwordLink().validity()));
    }

    /** @return the person of the link, if it still works and the account is open */
    Optional<User> reader(String token) {
        return PasswordLink.byDigest(digest(token), clock.instant()).map(link -> User.byId(link.userId))
                .filter(user -> user.active);
    }

    /** @return whether the link was valid and is now used by this call */
    boolean use(String token) {
        return PasswordLink.use(digest(token), clock.instant());
    }

    private String url(UUID id) {
        return SiteUrl.of(settings, PasswordLinkResource.PATH + token(id));
    }

    private String token(UUID id) {
        return Tokens.digest(keys.session(), "password-link", id.toString());
    }

    private String digest(String token) {
        return Tokens.digest(keys.session(), "password-link-digest", token);
    }
}
