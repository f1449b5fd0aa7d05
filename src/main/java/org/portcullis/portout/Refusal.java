package org.portcullis.portout;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why numbers may not leave: one set of reasons for all protocols. */
public enum Refusal {
    /** It is no valid request of the carrier's protocol. */
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
    /** The PIN is marked as compromised, has expired, or was valid for one use. */
    PIN_UNUSABLE(PortOutCheck.PIN_RIGHT),
    /** Too many recent PIN attempts were wrong: this one was not compared. */
    GUESSING_SLOWED(PortOutCheck.PIN_RIGHT),
    /** Too many PIN attempts were wrong in all: none is compared any more. */
    GUESSING_LOCKED(PortOutCheck.PIN_RIGHT),
    /** The decision took too long, or was never finished. */
    UNDECIDED(PortOutCheck.IN_TIME),
    /** The organization's admins have not answered yet. */
    AWAITING_APPROVAL(PortOutCheck.WORD),
    REFUSED_BY_ADMIN(PortOutCheck.WORD),
    /** No admin answered in time. */
    WORD_EXPIRED(PortOutCheck.WORD);

    private static final Set<Refusal> GUESSING = EnumSet.of(GUESSING_SLOWED, GUESSING_LOCKED);
    private static final Set<Refusal> LIKE_A_WRONG_PIN = EnumSet.of(PIN_UNUSABLE, GUESSING_SLOWED, GUESSING_LOCKED);

    private final PortOutCheck check;

    Refusal(PortOutCheck check) {
        this.check = check;
    }

    /** @return the reasons for which a readable request can be refused, as the requesting carrier sees them */
    public static List<Refusal> ofReadRequests() {
        return Arrays.stream(values()).filter(refusal -> refusal != UNREADABLE && refusal.outside() == refusal)
                .toList();
    }

    public PortOutCheck getCheck() {
        return check;
    }

    /**
     * @return the reason as the requesting carrier sees it: it must not reveal how guessing is limited, nor which
     * numbers belong together
     */
    public Refusal outside() {
        if (this == SEVERAL_ORGANIZATIONS) {
            return NOT_RECOGNISED;
        }
        return LIKE_A_WRONG_PIN.contains(this) ? PIN_INVALID : this;
    }

    /**
     * @return the reasons that the requesting carrier sees; that something was not checked is only said if there is no
     * other reason
     */
    static List<Refusal> outside(Collection<Refusal> refusals) {
        var others = refusals.stream().filter(refusal -> !GUESSING.contains(refusal)).toList();
        return (others.isEmpty() ? refusals : others).stream().map(Refusal::outside).distinct().toList();
    }
}
