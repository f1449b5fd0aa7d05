package org.portcullis.portout;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why numbers may not leave: one vocabulary for all protocols. */
public enum Refusal {
    /** What was sent is no request of the carrier's protocol. */
    UNREADABLE(PortOutCheck.READABLE),
    TOO_MANY_NUMBERS(PortOutCheck.AT_MOST_20000),
    NOT_RECOGNISED(PortOutCheck.RECOGNISED),
    NOT_ACTIVE(PortOutCheck.ACTIVE),
    SEVERAL_ORGANIZATIONS(PortOutCheck.ONE_ORGANIZATION),
    LOCKED(PortOutCheck.UNLOCKED),
    ALREADY_LEAVING(PortOutCheck.NOT_LEAVING),
    ACCOUNT_NUMBER_MISSING(PortOutCheck.ACCOUNT_NUMBER),
    ACCOUNT_NUMBER_INVALID(PortOutCheck.ACCOUNT_NUMBER),
    ZIP_MISSING(PortOutCheck.ZIP),
    ZIP_INVALID(PortOutCheck.ZIP),
    NOT_IN_UNITED_STATES(PortOutCheck.IN_UNITED_STATES),
    NO_PIN(PortOutCheck.PIN_SET),
    PIN_MISSING(PortOutCheck.PIN_GIVEN),
    PIN_INVALID(PortOutCheck.PIN_RIGHT),
    /** The organization has said that somebody else knows it, it has expired, or was good for one use. */
    PIN_UNUSABLE(PortOutCheck.PIN_RIGHT),
    /** Too many wrong ones lately: this one was not looked at. */
    GUESSING_SLOWED(PortOutCheck.PIN_RIGHT),
    /** Too many wrong ones in all: none is looked at any more. */
    GUESSING_LOCKED(PortOutCheck.PIN_RIGHT),
    /** It took too long, or nobody came back to decide it. */
    UNDECIDED(PortOutCheck.IN_TIME),
    /** The organization's admins have still to say whether they want it. */
    AWAITING_APPROVAL(PortOutCheck.WORD),
    REFUSED_BY_ADMIN(PortOutCheck.WORD),
    /** Nobody said anything within the time for it. */
    WORD_EXPIRED(PortOutCheck.WORD);

    private static final Set<Refusal> GUESSING = EnumSet.of(GUESSING_SLOWED, GUESSING_LOCKED);
    private static final Set<Refusal> LIKE_A_WRONG_PIN = EnumSet.of(PIN_UNUSABLE, GUESSING_SLOWED, GUESSING_LOCKED);

    private final PortOutCheck check;

    Refusal(PortOutCheck check) {
        this.check = check;
    }

    /** @return those that a request which could be read is refused for, as the asker may know them */
    public static List<Refusal> ofReadRequests() {
        return Arrays.stream(values()).filter(refusal -> refusal != UNREADABLE && refusal.outside() == refusal)
                .toList();
    }

    public PortOutCheck getCheck() {
        return check;
    }

    /**
     * @return the same as the asker may know it: a guesser learns nothing from how the portal defends itself, nor which
     *         numbers belong together
     */
    public Refusal outside() {
        if (this == SEVERAL_ORGANIZATIONS) {
            return NOT_RECOGNISED;
        }
        return LIKE_A_WRONG_PIN.contains(this) ? PIN_INVALID : this;
    }

    /** @return all that the asker may know: what was not looked at is said only where nothing else would be */
    static List<Refusal> outside(Collection<Refusal> refusals) {
        var others = refusals.stream().filter(refusal -> !GUESSING.contains(refusal)).toList();
        return (others.isEmpty() ? refusals : others).stream().map(Refusal::outside).distinct().toList();
    }
}
