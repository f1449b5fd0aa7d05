package org.portcullis.portout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.portout.Check.Outcome;

class CheckTest {

    /** One letter for each check in order: passed, failed, or not made. */
    private static String outcomes(Refusal... refusals) {
        return Arrays.stream(Check.values()).map(check -> check.outcome(List.of(refusals)))
                .map(outcome -> outcome == Outcome.PASSED ? "p" : outcome == Outcome.FAILED ? "F" : "-").collect(Collectors.joining());
    }

    @Test
    void passesEachCheckOfWhatIsAllowed() {
        assertEquals("pppppppppppppp", outcomes());
    }

    @ParameterizedTest
    @CsvSource({"TOO_MANY_NUMBERS, F-------------", "NOT_RECOGNISED, pF------------", "NOT_ACTIVE, ppF-----------", "SEVERAL_ORGANIZATIONS, pppF----------",
            "LOCKED, ppppFpppppp---", "ALREADY_LEAVING, pppppFppppp---", "ACCOUNT_NUMBER_INVALID, ppppppFpppp---", "ZIP_MISSING, pppppppFppp---",
            "NOT_IN_UNITED_STATES, ppppppppF-----", "NO_PIN, pppppppppF----", "PIN_MISSING, ppppppppppF---", "PIN_INVALID, pppppppppppF--", "GUESSING_LOCKED, pppppppppppF--",
            "UNDECIDED, ppppppppppp-F-", "REFUSED_BY_ADMIN, pppppppppppppF", "WORD_EXPIRED, pppppppppppppF"})
    void saysHowFarTheChecksCame(Refusal refusal, String outcomes) {
        assertEquals(outcomes, outcomes(refusal));
    }

    @Test
    void failsSeveralAtOnce() {
        assertEquals("ppppFppFppF---", outcomes(Refusal.LOCKED, Refusal.ZIP_INVALID, Refusal.PIN_MISSING));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void tellsOutsidersNothingOfItsDefences(Refusal refusal) {
        var isDefence = List.of(Refusal.PIN_UNUSABLE, Refusal.GUESSING_SLOWED, Refusal.GUESSING_LOCKED).contains(refusal);
        assertEquals(isDefence ? Refusal.PIN_INVALID : refusal, refusal.outside());
    }
}
