package org.portcullis.order;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.account.User;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.mail.AddressLinks;
import org.portcullis.mail.Notice;
import org.portcullis.mail.Recipient;
import org.portcullis.order.NoticeAddress.State;
import org.portcullis.organization.Organization;
import org.portcullis.settings.Settings;
import org.portcullis.web.i18n.Languages;

/**
 * Decides which addresses named by orders may receive notifications: those whose owner has consented once, for all
 * orders of that organization. The e-mail that asks for consent contains no text from the organization, so that it
 * can't be abused to carry messages.
 */
@Named("noticeAddresses")
@ApplicationScoped
public class NoticeAddresses {

    static final Duration VALIDITY = Duration.ofDays(7);

    /** Minimum time between two requests for consent. */
    static final Duration PAUSE = Duration.ofHours(1);

    /** How often one address is asked for one organization in total. */
    static final int MOST = 3;
    /** How many addresses are asked for one organization within a day. */
    static final int MOST_A_DAY = 50;

    private final AddressLinks links;
    private final AuditTrail audit;
    private final Settings settings;
    private final Clock clock;

    NoticeAddresses(AddressLinks links, AuditTrail audit, Settings settings, Clock clock) {
        this.links = links;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance mail(String provider, String link, Instant expiresAt);

        private Templates() {
        }
    }

    /** The status of an address. */
    public enum Standing {
        /** Its owner has confirmed it, or has an account of the organization. */
        TOLD,
        /** Its owner has not been asked yet. */
        UNASKED, WAITING,
        /** The link in the last e-mail has expired. */
        LAPSED, DECLINED
    }

    /** An address of an order, as typed. */
    public record Item(String address, Standing standing, boolean isAskedAgain) {
    }

    /**
     * Asks the owner of the address for consent the first time it is named; runs in the current transaction.
     *
     * @return whether notifications of the organization may be sent to the address
     */
    boolean admit(Organization organization, String typed, Instant now) {
        if (isOfAnAccount(organization, typed)) {
            return true;
        }
        var address = NoticeAddress.of(organization, folded(typed));
        if (address.state == State.WAITING && address.asked == 0) {
            ask(organization, address, typed, now);
        }
        return address.state == State.CONFIRMED;
    }

    /** The link with which an account's password was chosen was sent to this address, so its owner is known. */
    private static boolean isOfAnAccount(Organization organization, String address) {
        return User.byEmail(address).filter(user -> user.active && user.hasChosenPassword() && user.organization != null
                && user.organization.id.equals(organization.id)).isPresent();
    }

    /**
     * @return whether the owner was asked now; false for an address that the order does not name, or that was asked too
     * often
     */
    public boolean askAgain(PortOrder order, String typed, Actor by, String from) {
        var named = order.getNoticeAddressList().stream().filter(each -> folded(each).equals(folded(typed)))
                .findFirst();
        if (order.isDraft() || named.isEmpty() || isOfAnAccount(order.organization, typed)) {
            return false;
        }
        var address = NoticeAddress.of(order.organization, folded(typed));
        var isAsked = ask(order.organization, address, named.get(), clock.instant());
        if (isAsked) {
            audit.record(AuditEvent.NOTICE_ADDRESS_ASKED, by,
                    new Subject(address.id, address.address, order.organization.id), order.pon, from);
        }
        return isAsked;
    }

    private boolean ask(Organization organization, NoticeAddress address, String typed, Instant now) {
        if (NoticeAddress.isDeclined(address.address)) {
            NoticeAddress.declineWaiting(address.address, now);
            return false;
        }
        var link = UUID.randomUUID();
        if (NoticeAddress.askedSince(organization.id, now.minus(Duration.ofDays(1))) >= MOST_A_DAY
                || !address.ask(link, links.digest(link), now, now.minus(PAUSE), MOST, now.plus(VALIDITY))) {
            return false;
        }
        var words = Languages.words(NoticeAddressMessages.class, organization.language());
        Notice.writeWithLink(new Recipient(typed, organization.language(), organization.timeZone), link,
                words.subject(),
                Templates.mail(settings.provider().name().orElse(null), AddressLinks.placeholder(link),
                        now.plus(VALIDITY)),
                now);
        return true;
    }

    /** @return the address that the link was sent to, if the link still works */
    public Optional<NoticeAddress> byToken(String token) {
        return NoticeAddress.byDigest(links.digest(token), clock.instant());
    }

    /** @return whether this call recorded the answer; runs in the current transaction */
    public boolean answer(String token, boolean isYes, String from) {
        var address = byToken(token);
        var now = clock.instant();
        if (address.isEmpty()
                || !NoticeAddress.answer(links.digest(token), isYes ? State.CONFIRMED : State.DECLINED, now)) {
            return false;
        }
        var found = address.get();
        if (!isYes) {
            NoticeAddress.declineWaiting(found.address, now);
        }
        audit.record(isYes ? AuditEvent.NOTICE_ADDRESS_CONFIRMED : AuditEvent.NOTICE_ADDRESS_DECLINED,
                new Actor(null, found.address, found.organizationId),
                new Subject(found.id, found.address, found.organizationId), from);
        return true;
    }

    /** @return the extra addresses of the order with their status */
    public List<Item> of(PortOrder order) {
        var typed = order.getNoticeAddressList();
        var known = NoticeAddress.byAddress(order.organization, typed.stream().map(NoticeAddresses::folded).toList())
                .stream()
                .collect(Collectors.toMap(each -> each.address, Function.identity()));
        return typed.stream().map(each -> item(order, each, known.get(folded(each)))).toList();
    }

    private Item item(PortOrder order, String typed, NoticeAddress known) {
        var now = clock.instant();
        var standing = known != null && known.state == State.CONFIRMED || isOfAnAccount(order.organization, typed)
                ? Standing.TOLD
                : standing(known, now);
        var isAskedAgain = known != null
                && (standing == Standing.WAITING || standing == Standing.LAPSED || standing == Standing.UNASKED)
                && known.asked < MOST && (known.askedAt == null || !known.askedAt.plus(PAUSE).isAfter(now));
        return new Item(typed, standing, isAskedAgain && !order.isDraft());
    }

    private static Standing standing(NoticeAddress known, Instant now) {
        if (known == null || known.state == State.WAITING && known.asked == 0) {
            return Standing.UNASKED;
        }
        if (known.state == State.DECLINED) {
            return Standing.DECLINED;
        }
        return known.expiresAt.isAfter(now) ? Standing.WAITING : Standing.LAPSED;
    }

    private static String folded(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
