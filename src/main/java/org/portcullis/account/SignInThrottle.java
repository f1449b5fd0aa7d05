package org.portcullis.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Consecutive failures of one account or address, and the time until which it has to wait. */
@Entity
@Table(name = "sign_in_throttle")
class SignInThrottle extends PanacheEntityBase {

    @Id
    String subject;

    int failures;

    @Column(name = "last_failure_at")
    Instant lastFailureAt;

    @Column(name = "blocked_until")
    Instant blockedUntil;

    /** When the owner was notified that attempts are delayed; null while they are not. */
    @Column(name = "told_at")
    private Instant toldAt;

    /** Finds or creates the row, and locks it until the transaction ends. */
    static SignInThrottle locked(String subject, Instant now) {
        getEntityManager().createNativeQuery("""
                insert into sign_in_throttle (subject, failures, last_failure_at) values (:subject, 0, :now)
                on conflict do nothing""")
                .setParameter("subject", subject)
                .setParameter("now", now)
                .executeUpdate();
        return findById(subject, LockModeType.PESSIMISTIC_WRITE);
    }

    static long forgetBefore(Instant lastFailure) {
        return delete("lastFailureAt < ?1", lastFailure);
    }

    Optional<Duration> toWait(Instant now) {
        return blockedUntil != null && blockedUntil.isAfter(now)
                ? Optional.of(Duration.between(now, blockedUntil))
                : Optional.empty();
    }

    void countFailure(Instant now, SignInThrottlePolicy policy, int allowed) {
        if (policy.isForgotten(lastFailureAt, now)) {
            forget();
        }
        failures++;
        lastFailureAt = now;
        var delay = policy.delayAfter(failures, allowed);
        blockedUntil = delay.isZero() ? null : now.plus(delay);
    }

    void forget() {
        failures = 0;
        blockedUntil = null;
        toldAt = null;
    }

    /**
     * @return whether attempts are delayed from now on and the owner was not yet notified; this call marks the owner as
     * notified
     */
    boolean isToBeTold(Instant now, int allowed) {
        var isNews = failures >= allowed && toldAt == null;
        if (isNews) {
            toldAt = now;
        }
        return isNews;
    }

    /** Takes one failure back: it was counted before the password turned out right. */
    void takeBack() {
        failures = Math.max(0, failures - 1);
        blockedUntil = null;
    }
}
