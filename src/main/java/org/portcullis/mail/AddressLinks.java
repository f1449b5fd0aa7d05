package org.portcullis.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.portcullis.account.Tokens;
import org.portcullis.settings.ServerKeys;
import org.portcullis.settings.Settings;
import org.portcullis.settings.SiteUrl;

/**
 * Makes and verifies the one-time links by which an owner confirms or declines notices to an address. A token is the keyed digest of
 * the link's id: the database, the outbox included, holds the id and a digest of the token, and neither is of use without the key.
 */
@ApplicationScoped
public class AddressLinks {

    /** Where the links lead. */
    public static final String PATH = "/notices/";

    private static final String PLACEHOLDER = "portcullis-address-link:";

    private final ServerKeys keys;
    private final Settings settings;

    AddressLinks(ServerKeys keys, Settings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    /** @return what stands for the link in an e-mail until it is delivered */
    public static String placeholder(UUID id) {
        return PLACEHOLDER + id;
    }

    /**
     * @param link that the e-mail was written for, or null; no other one is put in place
     * @return the text of the e-mail with its link in place, for its reader alone
     */
    String fill(String text, UUID link) {
        return link == null ? text : text.replace(placeholder(link), SiteUrl.of(settings, PATH + token(link)));
    }

    private String token(UUID id) {
        return Tokens.digest(keys.session(), "address-link", id.toString());
    }

    /** @return what is kept of the link with that id */
    public String digest(UUID id) {
        return digest(token(id));
    }

    /** @return what is kept of the link with that token */
    public String digest(String token) {
        return Tokens.digest(keys.session(), "address-link-digest", token);
    }
}
