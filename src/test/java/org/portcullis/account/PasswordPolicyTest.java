package org.portcullis.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "lowercaseonlywords", "quatre mots très différents",
        "kd8#mq2!zzt9", "密码密码很长的密码一二三四"})
    void asksForLengthAndForNoKindOfCharacter(String password) {
        assertEquals(Optional.empty(), policy.problem(password, "Cascade admin", "admin@cascade.example"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
        "null, MISSING", "'', MISSING", "elevenchars, TOO_SHORT",
        "passwordpassword, COMMON", "password1234, COMMON", "Password123456!, COMMON", "qwertyuiop12, COMMON",
        "1qaz2wsx3edc4rfv, COMMON",
        "aaaaaaaaaaaa, COMMON", "abcabcabcabc, COMMON", "123456789012, COMMON", "abcdefghijklm, COMMON",
        "iloveyou2024, COMMON",
        "portcullis-demo, PERSONAL", "Portcullis2026, PERSONAL", "admin@cascade.example, PERSONAL",
        "CascadeAdmin1, PERSONAL"})
    void refusesWhatIsTriedFirst(String password, PasswordProblem expected) {
        assertEquals(Optional.of(expected), policy.problem(password, "Cascade admin", "admin@cascade.example"));
    }

    @Test
    void takesLongOnesOfEveryScript() {
        assertEquals(Optional.empty(), policy.problem("a1b2c3d4e5".repeat(8) + "!x"));
        assertEquals(Optional.empty(), policy.problem("密码很长的一二".repeat(9) + "三四五六七八九"));
        assertEquals(Optional.empty(), policy.problem("kd8#mq2!".repeat(31) + "lighthou"));
        assertEquals(Optional.of(PasswordProblem.TOO_LONG), policy.problem("kd8#mq2!".repeat(32) + "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890qwertyuiop", "1qaz2wsx3edc", "q1w2e3r4t5y6", "123QweAsdZxc"})
    void refusesWhatIsKnownFromLeaks(String password) {
        assertEquals(Optional.of(PasswordProblem.COMMON), policy.problem(password));
    }

    @Test
    void refusesWhatNobodyCanTypeAgain() {
        assertEquals(Optional.of(PasswordProblem.UNUSABLE), policy.problem("correct\thorse battery"));
    }
}
