package org.portcullis.account;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.portcullis.settings.ServerKeys;
import org.portcullis.web.http.ClientAddress;

/**
 * Counts password attempts per account and per network, in the database, for all processes together. An attempt counts
 * as a failure before the password is compared, so that concurrent attempts gain nothing over successive ones.
 */
@ApplicationScoped
class SignInGate {

    private final SignInThrottlePolicy policy;
    private final ServerKeys keys;
    private final Event<SignInSlowed> slowed;
    private final Clock clock;

    SignInGate(SignInThrottlePolicy policy, ServerKeys keys, Event<SignInSlowed> slowed, Clock clock) {
        this.policy = policy;
        this.keys = keys;
        this.slowed = slowed;
        this.clock = clock;
    }

    /**
     * The keys under which an attempt is counted.
     *
     * @param own key of the account, of a known device, or of a signed-in person
     * @param networks of the sender, the narrowest first; empty if unknown senders can't make this attempt
     * @param isOpen whether unknown senders can make this attempt
     */
    record Counts(String own, List<String> networks, boolean isOpen) {
    }

    /**
     * An attempt to sign in counts for the named account and for the sender's networks. From a device on which the
     * account was signed in before, it counts for that device only: other senders can't use up its attempts.
     */
    Counts ofSignIn(String username, String address, Optional<String> device) {
        // Digested, because people sometimes type their password into the name field.
        return device.map(known -> new Counts(known, List.of(), false)).orElseGet(() -> new Counts(
                "account:" + Tokens.digest(keys.session(), "throttle", User.normalized(username)),
                ClientAddress.networks(address).stream().map(network -> "address:" + network).toList(), true));
    }

    /**
     * The password of a person who is signed in. Other people who know the e-mail address can't use up these attempts.
     */
    static Counts ofSession(UUID userId) {
        return new Counts("again:" + userId, List.of(), false);
    }

    /** @return the time until the next attempt, if this one is not allowed; it is then not counted */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Duration> enter(Counts counts) {
        var now = clock.instant();
        var own = SignInThrottle.locked(counts.own, now);
        var networks = networks(counts, now);
        var wait = Stream.concat(Stream.of(own), networks.stream()).map(each -> each.toWait(now))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        if (wait.isEmpty()) {
            own.countFailure(now, policy, policy.allowedForAccount());
            for (int i = 0; i < networks.size(); i++) {
                networks.get(i).countFailure(now, policy, policy.allowedForNetwork(i));
            }
        }
        return wait;
    }

    /**
     * Called for a right password: resets the count of the account or device, and takes this attempt off the networks'
     * counts.
     */
    @Transactional(TxType.REQUIRES_NEW)
    void passed(Counts counts) {
        var now = clock.instant();
        SignInThrottle.locked(counts.own, now).forget();
        networks(counts, now).forEach(SignInThrottle::takeBack);
    }

    /** Called for a wrong password: notifies the owner once when attempts by unknown senders begin to be delayed. */
    @Transactional(TxType.REQUIRES_NEW)
    void failed(Counts counts, Optional<User> owner) {
        var now = clock.instant();
        if (counts.isOpen && SignInThrottle.locked(counts.own, now).isToBeTold(now, policy.allowedForAccount())) {
            owner.filter(user -> user.active).ifPresent(user -> slowed.fire(new SignInSlowed(user)));
        }
    }

    private static List<SignInThrottle> networks(Counts counts, Instant now) {
        return counts.networks.stream().map(network -> SignInThrottle.locked(network, now)).toList();
    }

    @Scheduled(every = "1h", delayed = "2m")
    @Transactional
    void forgetOld() {
        SignInThrottle.forgetBefore(policy.forgottenBefore(clock.instant()));
    }
}
