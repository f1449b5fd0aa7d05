package org.portcullis.order;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The state of a port order, its possible next states, and who has to act. */
public enum PortOrderState {
    DRAFT(Tone.WAITING, Waiting.CUSTOMER),
    PROCESSING(Tone.WAITING, Waiting.DESK),
    CONTACTING_CARRIER(Tone.WAITING, Waiting.LOSING_CARRIER),
    TRANSFER_APPROVED(Tone.WAITING, Waiting.DATE),
    TRANSFER_PENDING(Tone.WAITING, Waiting.CARRIERS),
    ACTION_REQUIRED(Tone.ACT_NOW, Waiting.CUSTOMER),
    PARTIALLY_COMPLETED(Tone.ACT_NOW, Waiting.DESK),
    COMPLETED(Tone.DONE, Waiting.NOBODY),
    CANCELLED(Tone.FAILED, Waiting.NOBODY);

    private final Tone tone;
    private final Waiting waiting;

    PortOrderState(Tone tone, Waiting waiting) {
        this.tone = tone;
        this.waiting = waiting;
    }

    /** The colour and icon of a state's label. */
    public enum Tone {
        WAITING, ACT_NOW, DONE, FAILED;

        /** @return the name of the icon and of the style */
        public String getStyle() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Who has to act. */
    public enum Waiting {
        CUSTOMER, DESK, LOSING_CARRIER, DATE, CARRIERS, NOBODY
    }

    public Tone getTone() {
        return tone;
    }

    public Waiting getWaiting() {
        return waiting;
    }

    public boolean isFinal() {
        return leavesTo().isEmpty();
    }

    /** @return whether numbers are ported individually, so that each can be marked */
    public boolean isUnderTransfer() {
        return this == TRANSFER_PENDING || this == PARTIALLY_COMPLETED;
    }

    /** @return the possible next states; a discarded draft is deleted and has no state */
    public Set<PortOrderState> leavesTo() {
        return switch (this) {
            case DRAFT -> EnumSet.of(PROCESSING);
            case PROCESSING -> EnumSet.of(CONTACTING_CARRIER, ACTION_REQUIRED, CANCELLED);
            case CONTACTING_CARRIER -> EnumSet.of(TRANSFER_APPROVED, ACTION_REQUIRED, CANCELLED);
            case TRANSFER_APPROVED -> EnumSet.of(TRANSFER_PENDING, ACTION_REQUIRED, CANCELLED);
            case TRANSFER_PENDING -> EnumSet.of(COMPLETED, PARTIALLY_COMPLETED, ACTION_REQUIRED);
            case ACTION_REQUIRED -> EnumSet.of(PROCESSING, CANCELLED);
            case PARTIALLY_COMPLETED -> EnumSet.of(COMPLETED, ACTION_REQUIRED);
            case COMPLETED, CANCELLED -> EnumSet.noneOf(PortOrderState.class);
        };
    }
}
