package org.portcullis.account.keptform;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.portcullis.account.AccountFlash;
import org.portcullis.account.SignedIn;
import org.portcullis.account.keptform.SentForm.Cause;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.FormToken;
import org.portcullis.web.http.LocalPath;

/** Keeps forms that can't be processed when they are sent, and returns the address where the person gets them back. */
@ApplicationScoped
class RefusedForms {

    private static final String SIGN_IN = "/sign-in";

    private final KeptForms forms;
    private final SignedIn signedIn;
    private final Flash flash;

    RefusedForms(KeptForms forms, SignedIn signedIn, Flash flash) {
        this.forms = forms;
        this.signedIn = signedIn;
        this.flash = flash;
    }

    /** @return the address of the sign-in page that leads back to the form, after its session had ended */
    String keepLate(SignedInPolicy.Late late, FormData form) {
        var id = keep(late.person(), late.origin(), Cause.SESSION_ENDED, form);
        flash.leave(EnumSet.of(id.isPresent() ? AccountFlash.FORM_KEPT : AccountFlash.FORM_TOO_LARGE));
        return signIn(id.map(KeptFormResource::address).orElse(late.origin().page()));
    }

    /**
     * @return the address to go to after a form whose CSRF token is no longer valid, to send it again from a page with
     * a new token; empty if no field of it can be kept, or if it did not come from a page of the portal
     */
    Optional<String> keepWithoutToken(RoutingContext routing, FormData form) {
        if (!FormToken.isOne(value(form, FormToken.FIELD))) {
            return Optional.empty();
        }
        if (signedIn.isPresent()) {
            return keep(signedIn.getPerson().id(), SignedInPolicy.origin(routing), Cause.PAGE_TOO_OLD, form)
                    .map(KeptFormResource::address);
        }
        if (routing.normalizedPath().equals(SIGN_IN)) {
            flash.leave(EnumSet.of(AccountFlash.SIGN_IN_TOO_OLD));
            return Optional.of(signIn(LocalPath.of(value(form, "to"))));
        }
        return Optional.empty();
    }

    /** Deletes the kept form that this form was filled in from, because its own page handles it from now on. */
    void forgetSent(FormData form) {
        var id = filledInFrom(form);
        if (id != null && signedIn.isPresent()) {
            forms.remove(signedIn.getPerson().id(), id);
        }
    }

    private Optional<UUID> keep(UUID person, Origin origin, Cause cause, FormData form) {
        return forms.keep(person, origin, SentForm.of(cause, form), filledInFrom(form));
    }

    private static UUID filledInFrom(FormData form) {
        try {
            var value = value(form, KeptFormResource.PARAMETER);
            return value == null ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String value(FormData form, String name) {
        var value = form.getFirst(name);
        return value == null || value.isFileItem() ? null : value.getValue();
    }

    private static String signIn(String to) {
        return to.equals(LocalPath.START) ? SIGN_IN : SIGN_IN + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }
}
