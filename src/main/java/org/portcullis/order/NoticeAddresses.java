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
 * Which of the addresses that orders name may get notices: those whose owner has said yes once, for all orders of that organization.
 * The e-mail that asks holds nothing that somebody of the organization wrote, so that it can carry no message of theirs.
 */
@Named("noticeAddresses")
@ApplicationScoped
public class NoticeAddresses {

    static final Duration VALIDITY = Duration.ofDays(7);

    /** Between two e-mails that ask the same. */
    static final Duration PAUSE = Duration.ofHours(1);

    /** How often somebody is asked for one organization, all told. */
    static final int MOST = 3;
    /** How many are asked for one organization within a day. */
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

    /** Where an address stands. */
    public enum Standing {
        /** Its owner has confirmed it, or has an account of the organization. */
        TOLD,
        /** Nobody was asked yet. */
        UNASKED, WAITING,
        /** The link of the last e-mail has ended. */
        LAPSED, DECLINED
    }

    /** An address of an order, as it was typed. */
    public record Item(String address, Standing standing, boolean isAskedAgain) {
    }

    /**
     * Asks the owner of the address once, the first time; in the transaction under way.
     *
     * @return whether notices of the organization may go to the address
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

    /** The link with which an account's password was chosen went to this very address. */
    private static boolean isOfAnAccount(Organization organization, String address) {
        return User.byEmail(address).filter(user -> user.active && user.hasChosenPassword() && user.organization != null
                && user.organization.id.equals(organization.id)).isPresent();
    }

    /** @return whether it was asked now; not for an address that the order does not name, nor too often */
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

    /** @return whose address it is that the link was sent to, if the link still works */
    public Optional<NoticeAddress> byToken(String token) {
        return NoticeAddress.byDigest(links.digest(token), clock.instant());
    }

    /** @return whether the caller is the one who answered; in the transaction under way */
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

    /** @return the extra addresses of the order, and where each stands */
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
