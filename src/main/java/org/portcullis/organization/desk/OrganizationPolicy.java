package org.portcullis.organization.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.organization.UnitedStates;
import org.portcullis.web.http.Readable;
import org.portcullis.web.i18n.TimeZones;

/** What an organization's data must be. Carriers compare the address, so that it is written as they write it. */
@ApplicationScoped
class OrganizationPolicy {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_STREET = 200;
    private static final int LONGEST_CITY = 100;
    private static final int LONGEST_REGION = 50;
    private static final int LONGEST_ZIP = 15;
    /** Of the protocols in which carriers ask. */
    private static final int LONGEST_ACCOUNT_NUMBER = 25;
    private static final int MOST_ACCOUNT_NUMBERS = 100;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** @param values normalized */
    Map<OrganizationField, OrganizationProblem> problems(Map<OrganizationField, String> values) {
        var problems = new EnumMap<OrganizationField, OrganizationProblem>(OrganizationField.class);
        var country = values.get(OrganizationField.COUNTRY);
        values.forEach(
                (field, value) -> problem(field, value, country).ifPresent(problem -> problems.put(field, problem)));
        return problems;
    }

    private static Optional<OrganizationProblem> problem(OrganizationField field, String value, String country) {
        var isInUnitedStates = UnitedStates.CODE.equals(country);
        return Optional.ofNullable(switch (field) {
            case NAME ->
                required(value, LONGEST_NAME, OrganizationProblem.NAME_MISSING, OrganizationProblem.NAME_TOO_LONG);
            case COUNTRY -> COUNTRIES.contains(value) ? null : OrganizationProblem.COUNTRY_UNKNOWN;
            case TIME_ZONE -> TimeZones.exists(value) ? null : OrganizationProblem.TIME_ZONE_UNKNOWN;
            case STREET ->
                required(value, LONGEST_STREET, OrganizationProblem.STREET_MISSING, OrganizationProblem.TOO_LONG);
            case CITY -> required(value, LONGEST_CITY, OrganizationProblem.CITY_MISSING, OrganizationProblem.TOO_LONG);
            case REGION -> isInUnitedStates && !UnitedStates.isState(value) ? OrganizationProblem.STATE_UNKNOWN
                    : optional(value, LONGEST_REGION);
            case ZIP -> isInUnitedStates && !UnitedStates.isZip(value) ? OrganizationProblem.ZIP_INVALID
                    : optional(value, LONGEST_ZIP);
            case BTN -> value.isEmpty() || OrganizationField.btn(value, country).isPresent() ? null
                    : OrganizationProblem.BTN_INVALID;
            case ACCOUNT_NUMBERS -> accountNumbers(lines(value));
        });
    }

    private static OrganizationProblem required(String value, int longest, OrganizationProblem missing,
            OrganizationProblem tooLong) {
        if (value.isEmpty()) {
            return missing;
        }
        return value.length() > longest ? tooLong : Readable.is(value) ? null : OrganizationProblem.UNREADABLE;
    }

    private static OrganizationProblem optional(String value, int longest) {
        return value.isEmpty() ? null : required(value, longest, null, OrganizationProblem.TOO_LONG);
    }

    private static OrganizationProblem accountNumbers(List<String> numbers) {
        if (numbers.size() > MOST_ACCOUNT_NUMBERS) {
            return OrganizationProblem.TOO_MANY_ACCOUNT_NUMBERS;
        }
        if (numbers.stream().anyMatch(number -> number.length() > LONGEST_ACCOUNT_NUMBER)) {
            return OrganizationProblem.ACCOUNT_NUMBER_TOO_LONG;
        }
        if (!numbers.stream().allMatch(Readable::is)) {
            return OrganizationProblem.UNREADABLE;
        }
        var isTwice = numbers.stream().map(number -> number.toLowerCase(Locale.ROOT)).distinct().count() < numbers
                .size();
        return isTwice ? OrganizationProblem.ACCOUNT_NUMBER_TWICE : null;
    }

    static List<String> lines(String value) {
        return value.isEmpty() ? List.of() : Arrays.asList(value.split("\n"));
    }
}
