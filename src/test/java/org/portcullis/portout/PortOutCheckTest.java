package org.portcullis.portout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.portout.PortOutCheck.Outcome;

class PortOutCheckTest {

    /** One letter for each check in order: passed, failed, or not made. */
    private static String outcomes(Refusal... refusals) {
        return Arrays.stream(PortOutCheck.values()).map(check -> check.outcome(List.of(refusals)))
                .map(outcome -> outcome == Outcome.PASSED ? "p" : outcome == Outcome.FAILED ? "F" : "-")
                .collect(Collectors.joining());
    }

    @Test
    void passesEachCheckOfWhatIsAllowed() {
        assertEquals("ppppppppppppppp", outcomes());
    }

    @ParameterizedTest
    @CsvSource({"UNREADABLE, F--------------", "TOO_MANY_NUMBERS, pF-------------", "NOT_RECOGNISED, ppF------------",
        "NOT_ACTIVE, pppF-----------", "SEVERAL_ORGANIZATIONS, ppppF----------",
        "LOCKED, pppppFpppppp---", "ALREADY_LEAVING, ppppppFppppp---", "ACCOUNT_NUMBER_INVALID, pppppppFpppp---",
        "ZIP_MISSING, ppppppppFppp---",
        "NOT_IN_UNITED_STATES, pppppppppF-----", "NO_PIN, ppppppppppF----", "PIN_MISSING, pppppppppppF---",
        "PIN_INVALID, ppppppppppppF--", "GUESSING_LOCKED, ppppppppppppF--",
        "UNDECIDED, pppppppppppp-F-", "REFUSED_BY_ADMIN, ppppppppppppppF", "WORD_EXPIRED, ppppppppppppppF"})
    void saysHowFarTheChecksCame(Refusal refusal, String outcomes) {
        assertEquals(outcomes, outcomes(refusal));
    }

    @Test
    void failsSeveralAtOnce() {
        assertEquals("pppppFppFppF---", outcomes(Refusal.LOCKED, Refusal.ZIP_INVALID, Refusal.PIN_MISSING));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void tellsOutsidersNothingOfItsDefences(Refusal refusal) {
        var isDefence = List.of(Refusal.PIN_UNUSABLE, Refusal.GUESSING_SLOWED, Refusal.GUESSING_LOCKED)
                .contains(refusal);
        var expected = refusal == Refusal.SEVERAL_ORGANIZATIONS ? Refusal.NOT_RECOGNISED : refusal;
        assertEquals(isDefence ? Refusal.PIN_INVALID : expected, refusal.outside());
    }

    @Test
    void saysThatNothingWasLookedAtOnlyWhereNothingElseIsSaid() {
        assertEquals(List.of(Refusal.PIN_INVALID), Refusal.outside(List.of(Refusal.GUESSING_LOCKED)));
        assertEquals(List.of(Refusal.LOCKED, Refusal.PIN_MISSING),
                Refusal.outside(List.of(Refusal.LOCKED, Refusal.PIN_MISSING, Refusal.GUESSING_SLOWED)));
    }
}
