package org.portcullis.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.organization.Address;
import org.portcullis.organization.Organization;
import org.portcullis.settings.Settings.Guessable;
import org.portcullis.testing.TestSettings;

class PortOutPinPolicyTest {

    private final PortOutPinPolicy policy = policy(6, 10, Guessable.WARN);

    private static PortOutPinPolicy policy(int minimum, int maximum, Guessable guessable) {
        return new PortOutPinPolicy(new TestSettings().pin(minimum, maximum, guessable));
    }

    private static Organization organization(String zip, String accountNumber, String... numbers) {
        var organization = new Organization() {
            @Override
            public List<String> telephoneNumbers() {
                return List.of(numbers);
            }
        };
        organization.address = Address.of("1200 Alaskan Way", "Seattle", "WA", zip);
        organization.accountNumbers = accountNumber == null ? List.of() : List.of("A-17", accountNumber);
        return organization;
    }

    private Optional<PortOutPinProblem> problem(String pin) {
        return policy.problem(pin, false, Set.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"482913", "0482913", "00000001", "4829137506"})
    void acceptsSixToTenDigits(String pin) {
        assertEquals(Optional.empty(), problem(pin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"48291", "48291375061", "48a913", "482 913", "482-913", "+482913", "٤٨٢٩١٣", "４８２９１３",
        "४८२९१३",
        "482913\u0000", "4\u200b82913", "", "4.82913", "4e8291"})
    void refusesEverythingElse(String pin) {
        assertEquals(Optional.of(PortOutPinProblem.FORMAT), problem(pin));
    }

    @Test
    void refusesToBlankAPinThatIsSet() {
        assertEquals(Optional.of(PortOutPinProblem.BLANKED), policy.problem("", true, Set.of()));
        assertEquals(Optional.of(PortOutPinProblem.FORMAT), policy.problem("123", true, Set.of()));
    }

    @ParameterizedTest
    @CsvSource({"6, 6, 482913, true", "6, 6, 4829137, false", "10, 10, 482913, false", "10, 10, 4829137506, true",
        "7, 8, 482913, false"})
    void keepsTheSettingsInsideSixToTen(int minimum, int maximum, String pin, boolean accepted) {
        assertEquals(accepted, policy(minimum, maximum, Guessable.WARN).problem(pin, false, Set.of()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {" 482913", "482913 ", "\t482913\r\n", "\u00a0482913\u202f", "\u200b482913\ufeff",
        "\u2003482913\u3000", "\u200e482913\u200f"})
    void trimsBlanksOfEveryKindAtTheEnds(String typed) {
        assertEquals("482913", PortOutPinPolicy.trimmed(typed));
    }

    @Test
    void leavesBlanksInside() {
        assertEquals("482 913", PortOutPinPolicy.trimmed(" 482 913 "));
        assertEquals("", PortOutPinPolicy.trimmed(" \u00a0\t"));
    }

    @ParameterizedTest
    @CsvSource({
        "777777, ONE_DIGIT", "0000000000, ONE_DIGIT",
        "123456, RUN", "456789, RUN", "987654, RUN", "890123, RUN", "1098765432, RUN",
        "981014, ZIP", "598101, ZIP", "981011234, ZIP",
        "447190382, ACCOUNT_NUMBER", "471903, ACCOUNT_NUMBER", "4471903821, ACCOUNT_NUMBER",
        "2065550142, TELEPHONE_NUMBER", "5550142, TELEPHONE_NUMBER", "550142, TELEPHONE_NUMBER"})
    void knowsWhyAPinIsEasyToGuess(String pin, Weakness weakness) {
        assertEquals(EnumSet.of(weakness),
                policy.weaknesses(pin, organization("98101-1234", "4471-90382", "+12065550142")));
    }

    @Test
    void namesEveryReason() {
        assertEquals(EnumSet.of(Weakness.RUN, Weakness.ZIP, Weakness.ACCOUNT_NUMBER),
                policy.weaknesses("123456", organization("12345", "1234567")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"482913", "112233", "121212", "135790", "4829137506"})
    void letsOtherPinsPassWithoutAWord(String pin) {
        assertEquals(Set.of(), policy.weaknesses(pin, organization("98101", "4471-90382", "+12065550142")));
    }

    @Test
    void findsNothingInAbsentData() {
        assertEquals(Set.of(), policy.weaknesses("482913", organization(null, null)));
        assertEquals(Set.of(), policy.weaknesses("482913", organization("48", "48")));
        assertEquals(Set.of(), policy.weaknesses("no pin", organization("98101", "4471")));
    }

    @Test
    void refusesAGuessablePinWhereTheProviderSaysSo() {
        var strict = policy(6, 10, Guessable.REFUSE);
        assertEquals(Optional.of(PortOutPinProblem.GUESSABLE),
                strict.problem("777777", false, EnumSet.of(Weakness.ONE_DIGIT)));
        assertEquals(Optional.empty(), strict.problem("482913", false, Set.of()));
        assertEquals(Optional.empty(), policy.problem("777777", false, EnumSet.of(Weakness.ONE_DIGIT)));
    }

    @RepeatedTest(20)
    void generatesTenDigitsThatAreNotEasyToGuess() {
        var organization = organization("98101", "4471-90382", "+12065550142");
        var pin = policy.generate(organization);
        assertTrue(pin.matches("[0-9]{10}"));
        assertEquals(Set.of(), policy.weaknesses(pin, organization));
        assertFalse(pin.equals(policy.generate(organization)));
        assertTrue(policy(6, 8, Guessable.WARN).generate(organization).matches("[0-9]{8}"));
    }

    @Test
    void givesBrowsersTheSameRule() {
        assertTrue(" 482913 ".matches(policy.getPattern()));
        assertFalse("12345".matches(policy.getPattern()));
        assertFalse("٤٨٢٩١٣".matches(policy.getPattern()));
    }
}
