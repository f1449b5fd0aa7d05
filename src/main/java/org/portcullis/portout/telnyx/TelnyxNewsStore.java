package org.portcullis.portout.telnyx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.portcullis.audit.AuditEvent;
import org.portcullis.portout.CarrierOutcome;
import org.portcullis.portout.telnyx.TelnyxApi.Comment;
import org.portcullis.portout.telnyx.TelnyxApi.Standing;

/**
 * Keeps what Telnyx says of a port-out beside its status, by webhooks or when it is looked at. Each method is one transaction,
 * which holds the port-out's row.
 */
@ApplicationScoped
class TelnyxNewsStore {

    private static final String SPEAKER = "Telnyx";

    private final TelnyxFollowUp followUp;
    private final CarrierOutcome outcome;
    private final Clock clock;

    TelnyxNewsStore(TelnyxFollowUp followUp, CarrierOutcome outcome, Clock clock) {
        this.followUp = followUp;
        this.outcome = outcome;
        this.clock = clock;
    }

    /** @return whether the port-out is known; of another one, looking at it will find the date */
    @Transactional(TxType.REQUIRES_NEW)
    boolean takeInDate(String id, Instant focAt, Instant toldAt) {
        var portOut = TelnyxPortOut.locked(id);
        if (portOut != null) {
            followUp.confirm(portOut, focAt, toldAt);
        }
        return portOut != null;
    }

    /** Keeps a comment on the request, or until there is one. */
    @Transactional(TxType.REQUIRES_NEW)
    void takeInComment(String id, Comment said) {
        var portOut = TelnyxPortOut.locked(id);
        if (portOut == null || portOut.requestId == null) {
            TelnyxComment.keep(said, id);
        } else {
            place(portOut.requestId, said);
        }
    }

    /** There is a request now: what was said before stands on it. */
    @Transactional
    void placeComments(TelnyxPortOut portOut) {
        TelnyxComment.of(portOut.id).forEach(kept -> {
            place(portOut.requestId, new Comment(kept.id, kept.words, kept.at));
            kept.delete();
        });
    }

    private void place(UUID requestId, Comment said) {
        outcome.comment(requestId, UUID.nameUUIDFromBytes(("telnyx:" + said.id()).getBytes(StandardCharsets.UTF_8)),
                SPEAKER, said.at(),
                said.words());
    }

    /**
     * Takes over what was read at Telnyx, unless there were news of it meanwhile.
     *
     * @param lookedAt before it was read
     */
    @Transactional(TxType.REQUIRES_NEW)
    void compare(Standing standing, Instant lookedAt) {
        var portOut = TelnyxPortOut.locked(standing.id());
        if (portOut == null || portOut.seenAt.isAfter(lookedAt)) {
            return;
        }
        var at = standing.updatedAt() == null || standing.updatedAt().isAfter(lookedAt) ? lookedAt
                : standing.updatedAt();
        if (standing.focAt() != null) {
            followUp.confirm(portOut, standing.focAt(), at);
        }
        var before = portOut.status;
        if (standing.status() == TelnyxStatus.PENDING) {
            waitsStill(portOut, at);
        } else if (portOut.learn(standing.status(), at, clock.instant())) {
            followUp.record(AuditEvent.PORT_OUT_CARRIER_NEWS, portOut, portOut.status.word());
            followUp.heed(portOut, before);
        }
    }

    /** It waits for an answer, or again for one. Without the PIN, which is kept nowhere, what was decided stands. */
    private void waitsStill(TelnyxPortOut portOut, Instant at) {
        if (portOut.status == TelnyxStatus.REJECTED_PENDING) {
            followUp.reopen(portOut, at, false);
        } else if (portOut.status == TelnyxStatus.PENDING && !portOut.isOpen()) {
            // It was given up, and there is still time.
            portOut.nextAttemptAt = clock.instant();
        }
    }

    /** @return those to look at now, the longest not looked at first */
    @Transactional(TxType.REQUIRES_NEW)
    List<String> toLookAt(int limit) {
        TelnyxComment.forget(clock.instant());
        return TelnyxPortOut.toLookAt(clock.instant(), limit);
    }

    @Transactional(TxType.REQUIRES_NEW)
    boolean claimLook(String id) {
        return TelnyxPortOut.claimLook(id, clock.instant());
    }
}
