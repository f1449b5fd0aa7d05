package org.portcullis.organization.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.numbers.NumberList;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.organization.Address;
import org.portcullis.organization.Organization;
import org.portcullis.organization.UnitedStates;

/** A field of an organization's form: its id on the page, and what an organization has in it. */
enum OrganizationField {
    NAME("name", Kind.TEXT, organization -> organization.name),
    COUNTRY("country", Kind.CHOICE, organization -> organization.country),
    TIME_ZONE("timeZone", Kind.CHOICE, organization -> organization.timeZone.getId()),
    STREET("street", Kind.TEXT, ofAddress(address -> address.street)),
    CITY("city", Kind.TEXT, ofAddress(address -> address.city)),
    REGION("region", Kind.TEXT, ofAddress(address -> address.region)),
    ZIP("zip", Kind.TEXT, ofAddress(address -> address.zip)),
    BTN("btn", Kind.TEXT,
            organization -> organization.btn == null ? null : NumberRanges.text(List.of(organization.btn))),
    ACCOUNT_NUMBERS("accountNumbers", Kind.LINES, organization -> String.join("\n", organization.accountNumbers));

    /** How a field is filled in. */
    enum Kind {
        TEXT, CHOICE, LINES
    }

    private final String id;
    private final Kind kind;
    private final Function<Organization, String> value;

    OrganizationField(String id, Kind kind, Function<Organization, String> value) {
        this.id = id;
        this.kind = kind;
        this.value = value;
    }

    private static Function<Organization, String> ofAddress(Function<Address, String> part) {
        return organization -> organization.address == null ? null : part.apply(organization.address);
    }

    public String getId() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    /** @return what the organization has in it, possibly empty */
    String of(Organization organization) {
        var found = value.apply(organization);
        return found == null ? "" : found;
    }

    /**
     * What was typed as it is kept: without blanks around it, state and ZIP code as the postal service writes them, and a
     * telephone number as the portal does.
     *
     * @param typed possibly null
     * @param country of the organization, possibly nonsense
     */
    String normalized(String typed, String country) {
        var isInUnitedStates = UnitedStates.CODE.equals(country);
        var text = typed == null ? "" : typed.strip();
        if (kind == Kind.LINES) {
            return Arrays.stream(text.split("\\R")).map(String::strip).filter(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n"));
        }
        if (this == BTN) {
            return btn(text, country).map(number -> NumberRanges.text(List.of(number))).orElse(text);
        }
        if (isInUnitedStates && this == REGION) {
            return text.toUpperCase(Locale.ROOT);
        }
        return isInUnitedStates && this == ZIP ? text.replaceFirst("^([0-9]{5})\\s*([0-9]{4})$", "$1-$2") : text;
    }

    /** @return the one telephone number that the text says, in E.164 */
    static Optional<String> btn(String text, String country) {
        if (text.isEmpty() || country == null || country.length() != 2) {
            return Optional.empty();
        }
        var list = NumberList.read(text, country, 2);
        return list.problems().isEmpty() && list.numbers().size() == 1 ? Optional.of(list.numbers().get(0))
                : Optional.empty();
    }
}
