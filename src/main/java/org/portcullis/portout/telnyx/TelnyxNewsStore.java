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
 * Stores Telnyx's news of a port-out other than its status, from webhooks or the API. Each method is one transaction,
 * which holds the port-out's row lock.
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

    /** @return whether the port-out is known; for an unknown one, polling will find the date */
    @Transactional(TxType.REQUIRES_NEW)
    boolean takeInDate(String id, Instant focAt, Instant toldAt) {
        var portOut = TelnyxPortOut.locked(id);
        if (portOut != null) {
            followUp.confirm(portOut, focAt, toldAt);
        }
        return portOut != null;
    }

    /** Stores a comment with the request, or separately until there is one. */
    @Transactional(TxType.REQUIRES_NEW)
    void takeInComment(String id, Comment said) {
        var portOut = TelnyxPortOut.locked(id);
        if (portOut == null || portOut.requestId == null) {
            TelnyxComment.keep(said, id);
        } else {
            place(portOut.requestId, said);
        }
    }

    /** Moves earlier comments to the new request. */
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
     * Takes over the state read at Telnyx, unless there was newer news meanwhile.
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

    /** It still waits for an answer, or again. Without the PIN, which is not stored, the decision stands. */
    private void waitsStill(TelnyxPortOut portOut, Instant at) {
        if (portOut.status == TelnyxStatus.REJECTED_PENDING) {
            followUp.reopen(portOut, at, false);
        } else if (portOut.status == TelnyxStatus.PENDING && !portOut.isOpen()) {
            // Telling Telnyx was given up, but there is time left.
            portOut.nextAttemptAt = clock.instant();
        }
    }

    /** @return the port-outs to poll now, least recently polled first */
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
