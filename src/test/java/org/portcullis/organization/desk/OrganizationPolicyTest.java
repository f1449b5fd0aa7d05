package org.portcullis.organization.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationPolicyTest {

    private final OrganizationPolicy policy = new OrganizationPolicy();

    private static Map<OrganizationField, String> inTheUnitedStates() {
        var values = new EnumMap<OrganizationField, String>(OrganizationField.class);
        values.put(OrganizationField.NAME, "Cascade Freight");
        values.put(OrganizationField.COUNTRY, "US");
        values.put(OrganizationField.TIME_ZONE, "America/Los_Angeles");
        values.put(OrganizationField.STREET, "1200 Alaskan Way");
        values.put(OrganizationField.CITY, "Seattle");
        values.put(OrganizationField.REGION, "WA");
        values.put(OrganizationField.ZIP, "98101-1234");
        values.put(OrganizationField.BTN, "+1 206-555-0100");
        values.put(OrganizationField.ACCOUNT_NUMBERS, "4471-90382\nB-2");
        return values;
    }

    @Test
    void takesAnOrganizationThatIsWhole() {
        assertEquals(Map.of(), policy.problems(inTheUnitedStates()));
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, '', NAME_MISSING", "NAME, \u202eevil, UNREADABLE", "NAME, ..., UNREADABLE",
        "COUNTRY, '', COUNTRY_UNKNOWN", "COUNTRY, XX, COUNTRY_UNKNOWN", "TIME_ZONE, '', TIME_ZONE_UNKNOWN",
        "TIME_ZONE, Moon/Base, TIME_ZONE_UNKNOWN",
        "STREET, '', STREET_MISSING", "CITY, '', CITY_MISSING", "REGION, '', STATE_UNKNOWN",
        "REGION, Washington, STATE_UNKNOWN", "REGION, XX, STATE_UNKNOWN",
        "ZIP, '', ZIP_INVALID", "ZIP, 9810, ZIP_INVALID", "ZIP, 98101-12, ZIP_INVALID", "ZIP, ٩٨١٠١, ZIP_INVALID",
        "BTN, 12345, BTN_INVALID", "BTN, 0465711030, BTN_INVALID", "BTN, '206 555 0100, 206 555 0101', BTN_INVALID",
        "ACCOUNT_NUMBERS, 12345678901234567890123456, ACCOUNT_NUMBER_TOO_LONG",
        "ACCOUNT_NUMBERS, '\u200b', UNREADABLE"})
    void saysWhatIsWrong(OrganizationField field, String value, OrganizationProblem problem) {
        var values = inTheUnitedStates();
        values.put(field, value);
        assertEquals(problem, policy.problems(values).get(field));
    }

    @Test
    void refusesAnAccountNumberThatIsThereTwice() {
        var values = inTheUnitedStates();
        values.put(OrganizationField.ACCOUNT_NUMBERS, "a-1\nB-2\nA-1");
        assertEquals(Map.of(OrganizationField.ACCOUNT_NUMBERS, OrganizationProblem.ACCOUNT_NUMBER_TWICE),
                policy.problems(values));
    }

    @Test
    void asksForNoStateAndNoZipCodeElsewhere() {
        var values = inTheUnitedStates();
        values.put(OrganizationField.COUNTRY, "IE");
        values.put(OrganizationField.REGION, "");
        values.put(OrganizationField.ZIP, "");
        values.put(OrganizationField.BTN, "");
        values.put(OrganizationField.ACCOUNT_NUMBERS, "");
        assertEquals(Map.of(), policy.problems(values));
    }

    @ParameterizedTest
    @CsvSource({"REGION, ' wa ', WA", "ZIP, 981011234, 98101-1234", "ZIP, 98101 1234, 98101-1234", "ZIP, 98101, 98101",
        "NAME, ' Cascade ', Cascade", "BTN, (206) 555-0100, +1 206-555-0100", "BTN, '', ''"})
    void writesEachFieldInItsUsualNotation(OrganizationField field, String typed, String kept) {
        assertEquals(kept, field.normalized(typed, "US"));
    }
}
