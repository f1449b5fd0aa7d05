package org.portcullis.order.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.calendar.BusinessDays;
import org.portcullis.order.ChangeContext;
import org.portcullis.order.Direction;
import org.portcullis.order.Extent;
import org.portcullis.order.PortOrder;
import org.portcullis.order.RejectionReason;
import org.portcullis.organization.Organization;
import org.portcullis.pin.TestPinPolicy;
import org.portcullis.testing.TestSettings;

class FieldPolicyTest {

    /** Ten in the morning in Seattle. */
    private static final Instant MONDAY = Instant.parse("2026-06-01T17:00:00Z");
    private static final Clock CLOCK = Clock.fixed(MONDAY, ZoneOffset.UTC);
    private static final ChangeContext STEP = ChangeContext.byCustomer("The admin", MONDAY);

    private final PortOrder order = order("US", "America/Los_Angeles");
    private final PortOrder frenchOrder = order("FR", "Europe/Paris");

    private static PortOrder order(String country, String zone) {
        var organization = new Organization();
        organization.country = country;
        organization.timeZone = ZoneId.of(zone);
        return PortOrder.draft(organization, "Harbor", Direction.IN, STEP);
    }

    private static FieldPolicy policy(boolean pinRequired) {
        return new FieldPolicy(new BusinessDays(new TestSettings().read()),
                new PortOutEligibility(TestPinPolicy.of(pinRequired), TestPinPolicy.life(), CLOCK), CLOCK);
    }

    private static OrderForm checked(PortOrder order, Map<FormField, String> typed) {
        var form = new OrderForm(List.copyOf(typed.keySet()), new EnumMap<>(typed), 0, Map.of(), Map.of(), null,
                Map.of(), null);
        return policy(true).checked(form, order);
    }

    private static FieldProblem problem(PortOrder order, FormField field, String typed) {
        return checked(order, Map.of(field, typed)).problem(field);
    }

    private static String meaning(PortOrder order, FormField field, String typed) {
        return checked(order, Map.of(field, typed)).checked().get(field);
    }

    @ParameterizedTest
    @EnumSource(names = {"NAME", "OTHER_CARRIER", "ACCOUNT_NUMBER", "ACCOUNT_NAME", "AUTHORIZED_PERSON", "STREET",
        "CITY", "REGION",
        "ZIP", "BTN", "REQUESTED_DATE"})
    void asksForEachNeededField(FormField field) {
        assertEquals(FieldProblem.MISSING, problem(order, field, ""));
    }

    @ParameterizedTest
    @EnumSource(names = {"DIRECTION", "EXTENT", "KIND"})
    void asksForAChoiceAndTakesNoOtherOne(FormField field) {
        assertEquals(FieldProblem.NO_CHOICE, problem(order, field, ""));
        assertEquals(FieldProblem.NO_CHOICE, problem(order, field, "OTHER"));
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLACEMENT_BTN", "TRANSFER_PIN", "NOTICE_ADDRESSES"})
    void letsTheOthersBeEmpty(FormField field) {
        assertNull(problem(order, field, ""));
        assertEquals("", meaning(order, field, ""));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"DIRECTION", "EXTENT", "KIND"})
    void refusesWhatIsLongerThanTheField(FormField field) {
        assertEquals(FieldProblem.TOO_LONG, problem(order, field, "1".repeat(field.getLongest() + 1)));
    }

    @ParameterizedTest
    @CsvSource({"NAME, 100", "ACCOUNT_NAME, 100", "AUTHORIZED_PERSON, 100", "ACCOUNT_NUMBER, 25", "TRANSFER_PIN, 25"})
    void takesWhatIsAsLongAsTheField(FormField field, int longest) {
        assertNull(problem(order, field, "x".repeat(longest)));
        assertNull(problem(order, field, "\ud842\udfb7".repeat(longest)), "a character of two chars counts once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Har\tbor", "Har\nbor", "Har\u202ebor", "Har\u200bbor", "\u00a0", "–", "\u0085Harbor"})
    void refusesWhatNobodyCanSeeInWhatOthersRead(String typed) {
        assertEquals(FieldProblem.UNUSABLE, problem(order, FormField.NAME, typed));
    }

    @Test
    void refusesATransferPinOfSeveralLines() {
        assertEquals(FieldProblem.UNUSABLE, problem(order, FormField.TRANSFER_PIN, "12\n34"));
        assertNull(problem(order, FormField.TRANSFER_PIN, "#*!"));
    }

    @ParameterizedTest
    @CsvSource({"WA, WA", "wa, WA", "dc, DC", "PR, PR"})
    void takesAStateInEitherCase(String typed, String meant) {
        assertEquals(meant, meaning(order, FormField.REGION, typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W", "Washington", "ZZ", "W1", "ＷＡ"})
    void refusesWhatIsNoState(String typed) {
        assertEquals(FieldProblem.REGION_INVALID, problem(order, FormField.REGION, typed));
    }

    @ParameterizedTest
    @CsvSource({"98101, 98101", "98101-2345, 98101-2345", "981012345, 98101-2345"})
    void takesAZipOfFiveOrNineDigits(String typed, String meant) {
        assertEquals(meant, meaning(order, FormField.ZIP, typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9810", "98101-", "98101-23", "9810A", "69002 Lyon", "９８１０１"})
    void refusesWhatIsNoZip(String typed) {
        assertEquals(FieldProblem.ZIP_INVALID, problem(order, FormField.ZIP, typed));
    }

    @Test
    void asksOtherCountriesForNeitherStateNorZipCodeOfTheUnitedStates() {
        assertNull(problem(frenchOrder, FormField.REGION, ""));
        assertEquals("Rhône", meaning(frenchOrder, FormField.REGION, "Rhône"));
        assertEquals("69002", meaning(frenchOrder, FormField.ZIP, "69002"));
        assertEquals("SW1A 1AA", meaning(frenchOrder, FormField.ZIP, "SW1A 1AA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4252000100", "425-200-0100", "(425) 200-0100", "1 425 200 0100", "+1 425.200.0100",
        "tel:+14252000100",
        "\u202a425-200-0100\u202c"})
    void readsABtnInAnyUsualNotation(String typed) {
        assertEquals("+14252000100", meaning(order, FormField.BTN, typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"425-200-010", "call me", "425-200-0100, 425-200-0101", "425-200-0100-0101",
        "+33 4 65 71 10 30", "800-555-1234",
        "425-200-0100 425-200-0100", "911"})
    void refusesABtnThatIsNotOneNumberOfTheCountry(String typed) {
        assertEquals(FieldProblem.NO_NUMBER, problem(order, FormField.BTN, typed));
        assertEquals(FieldProblem.NO_NUMBER, problem(order, FormField.REPLACEMENT_BTN, typed));
    }

    @Test
    void readsAFrenchNumberInFrance() {
        assertEquals("+33465711030", meaning(frenchOrder, FormField.BTN, "04 65 71 10 30"));
    }

    @ParameterizedTest
    @CsvSource({"PARTIAL, 425-200-0100, REPLACEMENT_MISSING", "FULL, 425-200-0100, ", "PARTIAL, 425-200-0199, ",
        "PARTIAL, nonsense, "})
    void asksForAReplacementOnlyWhereAPartialPortTakesTheBtn(String extent, String btn, FieldProblem expected) {
        order.number(List.of("+14252000100", "+14252000101"));
        assertEquals(expected,
                checked(order, Map.of(FormField.EXTENT, extent, FormField.BTN, btn, FormField.REPLACEMENT_BTN, ""))
                        .problem(FormField.REPLACEMENT_BTN));
    }

    @Test
    void takesExtentAndBtnFromTheOrderWhereTheFormHasNeither() {
        order.number(List.of("+14252000100"));
        order.account().btn = "+14252000100";
        assertNull(problem(order, FormField.REPLACEMENT_BTN, ""));
        order.extent = Extent.PARTIAL;
        assertEquals(FieldProblem.REPLACEMENT_MISSING, problem(order, FormField.REPLACEMENT_BTN, ""));
    }

    @Test
    void refusesAReplacementThatMovesItself() {
        order.number(List.of("+14252000100", "+14252000101"));
        assertEquals(FieldProblem.REPLACEMENT_MOVES, problem(order, FormField.REPLACEMENT_BTN, "425-200-0101"));
        assertEquals("+14252000102", meaning(order, FormField.REPLACEMENT_BTN, "425-200-0102"));
    }

    @Test
    void asksForTheTransferPinWhereTheCarrierMissedIt() {
        order.submit(STEP);
        order.reject(STEP.because(RejectionReason.PIN_MISSING));
        assertEquals(FieldProblem.MISSING, problem(order, FormField.TRANSFER_PIN, ""));
        assertNull(problem(order, FormField.TRANSFER_PIN, "4829"));
    }

    @Test
    void letsASimplePortMoveOneNumber() {
        order.number(List.of("+14252000100"));
        assertNull(problem(order, FormField.KIND, "SIMPLE"));
        order.number(List.of("+14252000100", "+14252000101"));
        assertEquals(FieldProblem.SIMPLE_HAS_ONE_NUMBER, problem(order, FormField.KIND, "SIMPLE"));
        assertNull(problem(order, FormField.KIND, "COMPLEX"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "good", value = {
        "SIMPLE, 2026-06-02, good", "SIMPLE, 2026-06-01, DATE_TOO_EARLY", "COMPLEX, 2026-06-05, good",
        "COMPLEX, 2026-06-04, DATE_TOO_EARLY",
        "COMPLEX, 2020-01-06, DATE_TOO_EARLY", "COMPLEX, 2026-06-06, DATE_NO_BUSINESS_DAY",
        "COMPLEX, 2026-06-19, DATE_NO_BUSINESS_DAY",
        "COMPLEX, 2027-06-04, good", "COMPLEX, 2027-06-07, DATE_TOO_LATE", "COMPLEX, 2026-02-30, DATE_INVALID",
        "COMPLEX, 06/05/2026, DATE_INVALID",
        "COMPLEX, tomorrow, DATE_INVALID"})
    void takesABusinessDayFromTheEarliestOneOn(String kind, String date, FieldProblem expected) {
        assertEquals(expected, checked(order, Map.of(FormField.KIND, kind, FormField.REQUESTED_DATE, date))
                .problem(FormField.REQUESTED_DATE));
    }

    @Test
    void takesTheKindFromTheOrderWhereTheFormHasNone() {
        assertEquals(FieldProblem.DATE_TOO_EARLY, problem(order, FormField.REQUESTED_DATE, "2026-06-02"));
        order.simple = true;
        assertNull(problem(order, FormField.REQUESTED_DATE, "2026-06-02"));
        assertEquals(LocalDate.of(2026, 6, 2), policy(true).earliest(order).date());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com; bo@example.com", "ada@example.com\nbo@example.com",
        "ada@example.com,\tbo@example.com,,",
        "ada@example.com bo@example.com\nada@example.com"})
    void readsEmailAddressesHoweverTheyAreSeparated(String typed) {
        assertEquals("ada@example.com\nbo@example.com", meaning(order, FormField.NOTICE_ADDRESSES, typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada@", "ada@example", "@example.com", "ada@example.com\nbo", "<ada@example.com>",
        "ada@exa_mple.com"})
    void refusesWhatIsNoEmailAddress(String typed) {
        assertEquals(FieldProblem.EMAIL_INVALID, problem(order, FormField.NOTICE_ADDRESSES, typed));
    }

    @Test
    void refusesAnAddressThatNoMailServerTakesAndMoreThanTen() {
        assertEquals(FieldProblem.EMAIL_INVALID,
                problem(order, FormField.NOTICE_ADDRESSES, "a".repeat(243) + "@example.com"));
        assertNull(problem(order, FormField.NOTICE_ADDRESSES, addresses(10)));
        assertEquals(FieldProblem.TOO_MANY_ADDRESSES, problem(order, FormField.NOTICE_ADDRESSES, addresses(11)));
    }

    private static String addresses(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i + "@example.com").collect(Collectors.joining("\n"));
    }

    @Test
    void letsNumbersLeaveOnlyWithAPinUnlessTheProviderSaysOtherwise() {
        assertEquals(FieldProblem.PORT_OUT_NEEDS_PIN, problem(frenchOrder, FormField.DIRECTION, "OUT"));
        assertNull(problem(frenchOrder, FormField.DIRECTION, "IN"));
        assertFalse(policy(true).allowsPortOut(frenchOrder.organization));
        assertTrue(policy(false).allowsPortOut(frenchOrder.organization));
    }
}
