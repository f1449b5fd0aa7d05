package org.portcullis.portout.telnyx;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The status of a port-out at Telnyx. */
enum TelnyxStatus {
    PENDING(0),
    AUTHORIZED(1),
    REJECTED_PENDING(1),
    PORTED(2),
    REJECTED(2),
    CANCELED(2);

    /** Orders the statuses, since events arrive in any order. */
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

    /** @return whether neither status comes before the other, so that only their times decide */
    boolean isBeside(TelnyxStatus other) {
        return progress == other.progress && this != other;
    }

    /** @return whether it is final */
    boolean isEnd() {
        return progress == PORTED.progress;
    }

    /** @return whether the numbers leave */
    boolean isYes() {
        return this == AUTHORIZED || this == PORTED;
    }

    /** @return whether the numbers stay because they were refused */
    boolean isNo() {
        return this == REJECTED_PENDING || this == REJECTED;
    }
}
