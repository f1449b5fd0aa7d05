package org.portcullis.pin.page;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.portcullis.pin.Weakness;

/**
 * Confirmations that the panel shows: the PIN was saved, and why it is easy to guess if it is, or was marked as
 * compromised.
 */
enum PinFlash {
    SAVED(null),
    COMPROMISED(null),
    ONE_DIGIT(Weakness.ONE_DIGIT),
    RUN(Weakness.RUN),
    ZIP(Weakness.ZIP),
    ACCOUNT_NUMBER(Weakness.ACCOUNT_NUMBER),
    TELEPHONE_NUMBER(Weakness.TELEPHONE_NUMBER);

    private final Weakness weakness;

    PinFlash(Weakness weakness) {
        this.weakness = weakness;
    }

    static Set<PinFlash> saved(Set<Weakness> weaknesses) {
        var words = EnumSet.of(SAVED);
        Arrays.stream(values()).filter(word -> weaknesses.contains(word.weakness)).forEach(words::add);
        return words;
    }

    static Set<Weakness> weaknesses(Set<PinFlash> words) {
        var found = EnumSet.noneOf(Weakness.class);
        words.stream().filter(word -> word.weakness != null).forEach(word -> found.add(word.weakness));
        return found;
    }
}
