package org.portcullis.portout.telnyx;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a port-out stands at Telnyx. */
enum TelnyxStatus {
    PENDING(0),
    AUTHORIZED(1),
    REJECTED_PENDING(1),
    PORTED(2),
    REJECTED(2),
    CANCELED(2);

    /** How far on its way a port-out is with this status: events arrive in any order. */
    private final int progress;

    TelnyxStatus(int progress) {
        this.progress = progress;
    }

    /** @param word of Telnyx's API, such as {@code rejected-pending}; or null */
    static Optional<TelnyxStatus> of(String word) {
        return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isFurtherThan(TelnyxStatus other) {
        return progress > other.progress;
    }

    /** @return whether neither comes before the other on the way of a port-out, so that only their times tell */
    boolean isBeside(TelnyxStatus other) {
        return progress == other.progress && this != other;
    }

    /** @return whether nothing comes after it */
    boolean isEnd() {
        return progress == PORTED.progress;
    }

    /** @return whether the numbers leave */
    boolean isYes() {
        return this == AUTHORIZED || this == PORTED;
    }

    /** @return whether they stay because they were refused */
    boolean isNo() {
        return this == REJECTED_PENDING || this == REJECTED;
    }
}
