package org.portcullis.organization.desk;

import java.text.Collator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.portcullis.organization.Address;
import org.portcullis.organization.Organization;
import org.portcullis.organization.OrganizationPaths;
import org.portcullis.organization.UnitedStates;
import org.portcullis.organization.desk.OrganizationField.Kind;
import org.portcullis.web.i18n.TimeZones;

/**
 * The form of an organization, for creating and for editing it.
 *
 * @param id of the organization; for a new one, it is chosen with the empty form, so that a form sent twice creates one
 * @param version of the organization that the form shows, or null for a new one
 * @param meanwhile the organization as changed by another person since the form was shown, or null
 */
record OrganizationForm(UUID id, Integer version, Map<OrganizationField, String> values,
        Map<OrganizationField, OrganizationProblem> problems, Organization meanwhile) {

    /** What a browser sends. */
    static class Sent {

        @RestForm
        public UUID id;
        @RestForm
        public Integer version;
        @RestForm
        public String name;
        @RestForm
        public String country;
        @RestForm
        public String timeZone;
        @RestForm
        public String street;
        @RestForm
        public String city;
        @RestForm
        public String region;
        @RestForm
        public String zip;
        @RestForm
        public String btn;
        @RestForm
        public String accountNumbers;

        private String value(OrganizationField field) {
            return switch (field) {
                case NAME -> name;
                case COUNTRY -> country;
                case TIME_ZONE -> timeZone;
                case STREET -> street;
                case CITY -> city;
                case REGION -> region;
                case ZIP -> zip;
                case BTN -> btn;
                case ACCOUNT_NUMBERS -> accountNumbers;
            };
        }
    }

    /** A field as the page shows it; {@code now} is what it holds meanwhile, or null where that is what was typed. */
    public record Row(OrganizationField field, String value, OrganizationProblem problem, String now) {

        public String getId() {
            return field.getId();
        }

        public boolean isOvertaken() {
            return now != null;
        }

        /** @return the ids of what stands around the field about it */
        public String getDescribedBy() {
            return getId() + "-hint" + (problem == null ? "" : " " + getId() + "-problem")
                    + (now == null ? "" : " " + getId() + "-now");
        }

        public boolean isChoice() {
            return field.kind() == Kind.CHOICE;
        }

        public boolean isLines() {
            return field.kind() == Kind.LINES;
        }
    }

    static OrganizationForm empty() {
        var values = values(field -> field == OrganizationField.COUNTRY ? UnitedStates.CODE : "");
        return new OrganizationForm(UUID.randomUUID(), null, values, Map.of(), null);
    }

    static OrganizationForm of(Organization organization) {
        return new OrganizationForm(organization.id, organization.version, values(field -> field.of(organization)),
                Map.of(), null);
    }

    static OrganizationForm checked(UUID id, Sent sent, OrganizationPolicy policy) {
        var values = values(field -> field.normalized(sent.value(field), sent.country));
        return new OrganizationForm(id, sent.version, values, policy.problems(values), null);
    }

    private static Map<OrganizationField, String> values(Function<OrganizationField, String> value) {
        var values = new EnumMap<OrganizationField, String>(OrganizationField.class);
        Arrays.stream(OrganizationField.values()).forEach(field -> values.put(field, value.apply(field)));
        return values;
    }

    /** @return the same form for the organization as it is now: nothing typed is lost, and saving it means it */
    OrganizationForm overtakenBy(Organization current) {
        return new OrganizationForm(current.id, current.version, values, Map.of(), current);
    }

    boolean isSameAs(Organization organization) {
        return changed(organization).isEmpty();
    }

    /** @return the fields in which the organization is not as the form says, in their order on the page */
    List<OrganizationField> changed(Organization organization) {
        return values.keySet().stream().filter(field -> !values.get(field).equals(field.of(organization))).toList();
    }

    void applyTo(Organization organization, String who, Instant now) {
        organization.name = values.get(OrganizationField.NAME);
        organization.country = values.get(OrganizationField.COUNTRY);
        organization.timeZone = ZoneId.of(values.get(OrganizationField.TIME_ZONE));
        var region = values.get(OrganizationField.REGION);
        organization.address = Address.of(values.get(OrganizationField.STREET), values.get(OrganizationField.CITY),
                region.isEmpty() ? null : region, values.get(OrganizationField.ZIP));
        organization.btn = OrganizationField.btn(values.get(OrganizationField.BTN), organization.country).orElse(null);
        organization.accountNumbers.clear();
        organization.accountNumbers.addAll(OrganizationPolicy.lines(values.get(OrganizationField.ACCOUNT_NUMBERS)));
        organization.changedBy = who;
        organization.changedAt = now;
    }

    /** @return where the form is and where it is sent */
    public String getAction() {
        return isNew() ? OrganizationPaths.DESK + "/new" : OrganizationPaths.of(id) + "/edit";
    }

    public boolean isNew() {
        return version == null;
    }

    public boolean isFailed() {
        return !isValid() || meanwhile != null;
    }

    boolean isValid() {
        return problems.isEmpty();
    }

    public List<Row> getRows() {
        return Stream.of(OrganizationField.values()).map(field -> {
            var now = meanwhile == null ? null : field.of(meanwhile);
            return new Row(field, values.get(field), problems.get(field), values.get(field).equals(now) ? null : now);
        }).toList();
    }

    /** @return the codes of all countries, by their names in that language */
    public List<String> countries(Locale language) {
        var collator = Collator.getInstance(language);
        return Stream.of(Locale.getISOCountries())
                .sorted(Comparator.comparing(
                        code -> new Locale.Builder().setRegion(code).build().getDisplayCountry(language), collator))
                .toList();
    }

    public Iterable<String> getTimeZones() {
        return TimeZones.names();
    }
}
