package org.portcullis.order.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.portcullis.account.AccountProblem;
import org.portcullis.calendar.BusinessDays;
import org.portcullis.calendar.EarliestDate;
import org.portcullis.numbers.NumberList;
import org.portcullis.order.Extent;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderNumber;
import org.portcullis.order.RejectionReason;
import org.portcullis.organization.Organization;
import org.portcullis.organization.UnitedStates;
import org.portcullis.web.form.Length;
import org.portcullis.web.http.Readable;

/** The rules for the values of an order's fields. */
@ApplicationScoped
class FieldPolicy {

    /** Ports are not planned further ahead; a later date is most likely a typing error. */
    private static final int LATEST_YEARS = 1;
    private static final int MOST_ADDRESSES = 10;
    private static final Pattern NINE_DIGITS = Pattern.compile("([0-9]{5})([0-9]{4})");

    private final BusinessDays businessDays;
    private final PortOutEligibility eligibility;
    private final Clock clock;

    FieldPolicy(BusinessDays businessDays, PortOutEligibility eligibility, Clock clock) {
        this.businessDays = businessDays;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    /** @return the form with its problems, and with the normalized values of its valid fields */
    OrderForm checked(OrderForm form, PortOrder order) {
        var problems = new EnumMap<FormField, FieldProblem>(FormField.class);
        var good = new EnumMap<FormField, String>(FormField.class);
        for (FormField field : form.fields()) {
            var text = form.value(field);
            problem(field, text, form, order).ifPresentOrElse(problem -> problems.put(field, problem),
                    () -> good.put(field, meaning(field, text, order.organization)));
        }
        var closed = problems.get(FormField.REQUESTED_DATE) == FieldProblem.DATE_NO_BUSINESS_DAY
                ? businessDays.closed(LocalDate.parse(form.value(FormField.REQUESTED_DATE)), order.organization)
                        .orElse(null)
                : null;
        return form.withProblems(problems, good, closed);
    }

    /** @return the first possible porting date, with its explanation */
    EarliestDate earliest(PortOrder order) {
        return businessDays.earliest(clock.instant(), order.simple, order.organization);
    }

    boolean allowsPortOut(Organization organization) {
        return eligibility.problem(organization).isEmpty();
    }

    private Optional<FieldProblem> problem(FormField field, String text, OrderForm form, PortOrder order) {
        if (Length.of(text) > field.getLongest()) {
            return Optional.of(FieldProblem.TOO_LONG);
        }
        if (text.isEmpty()) {
            return emptyProblem(field, form, order);
        }
        if (!isUsable(field, text)) {
            return Optional.of(FieldProblem.UNUSABLE);
        }
        return switch (field) {
            case DIRECTION -> direction(text, order.organization);
            case EXTENT -> choice(field, text);
            case KIND -> choice(field, text).or(() -> field.option(text) == Choice.SIMPLE && order.getNumberCount() > 1
                    ? Optional.of(FieldProblem.SIMPLE_HAS_ONE_NUMBER)
                    : Optional.empty());
            case REGION -> when(order.organization.isInUnitedStates() && !UnitedStates.isState(state(text)),
                    FieldProblem.REGION_INVALID);
            case ZIP ->
                when(order.organization.isInUnitedStates() && !UnitedStates.isZip(zip(text)), FieldProblem.ZIP_INVALID);
            case BTN -> when(number(text, order.organization).isEmpty(), FieldProblem.NO_NUMBER);
            case REPLACEMENT_BTN -> replacement(text, order);
            case REQUESTED_DATE -> date(text, form, order);
            case NOTICE_ADDRESSES -> addresses(text);
            default -> Optional.empty();
        };
    }

    /** Text that others read must not contain invisible characters; numbers and addresses have stricter checks. */
    private static boolean isUsable(FormField field, String text) {
        return switch (field.getInput()) {
            case TEXT, SHORT -> Readable.is(text);
            case TELEPHONE, CHOICE, DATE, SECRET -> text.chars().noneMatch(Character::isISOControl);
            case LINES -> true;
        };
    }

    private Optional<FieldProblem> emptyProblem(FormField field, OrderForm form, PortOrder order) {
        return switch (field) {
            case REGION -> when(order.organization.isInUnitedStates(), FieldProblem.MISSING);
            case REPLACEMENT_BTN -> when(needsReplacement(form, order), FieldProblem.REPLACEMENT_MISSING);
            case TRANSFER_PIN ->
                when(order.getRejectionReasons().contains(RejectionReason.PIN_MISSING) && !order.isWithTransferPin(),
                        FieldProblem.MISSING);
            case DIRECTION, EXTENT, KIND -> Optional.of(FieldProblem.NO_CHOICE);
            default -> when(!field.isOptional(), FieldProblem.MISSING);
        };
    }

    private Optional<FieldProblem> direction(String text, Organization organization) {
        return choice(FormField.DIRECTION, text)
                .or(() -> FormField.DIRECTION.option(text) == Choice.OUT ? eligibility.problem(organization)
                        : Optional.empty());
    }

    /** A partial port that includes the BTN leaves the rest of the account without one. */
    private boolean needsReplacement(OrderForm form, PortOrder order) {
        var extent = form.fields().contains(FormField.EXTENT) ? form.value(FormField.EXTENT) : order.extent.name();
        var btn = form.fields().contains(FormField.BTN)
                ? number(form.value(FormField.BTN), order.organization).orElse(null)
                : order.account().btn;
        return extent.equals(Extent.PARTIAL.name()) && btn != null && numbers(order).contains(btn);
    }

    private static Optional<FieldProblem> replacement(String text, PortOrder order) {
        var number = number(text, order.organization);
        return number.isEmpty() ? Optional.of(FieldProblem.NO_NUMBER)
                : when(numbers(order).contains(number.get()), FieldProblem.REPLACEMENT_MOVES);
    }

    private Optional<FieldProblem> date(String text, OrderForm form, PortOrder order) {
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeException e) {
            return Optional.of(FieldProblem.DATE_INVALID);
        }
        var simple = form.fields().contains(FormField.KIND)
                ? FormField.KIND.option(form.value(FormField.KIND)) == Choice.SIMPLE
                : order.simple;
        var earliest = businessDays.earliest(clock.instant(), simple, order.organization).date();
        if (date.isBefore(earliest)) {
            return Optional.of(FieldProblem.DATE_TOO_EARLY);
        }
        if (date.isAfter(earliest.plusYears(LATEST_YEARS))) {
            return Optional.of(FieldProblem.DATE_TOO_LATE);
        }
        return when(!businessDays.isBusinessDay(date, order.organization), FieldProblem.DATE_NO_BUSINESS_DAY);
    }

    private static Optional<FieldProblem> addresses(String text) {
        var addresses = addressList(text);
        if (addresses.size() > MOST_ADDRESSES) {
            return Optional.of(FieldProblem.TOO_MANY_ADDRESSES);
        }
        return when(addresses.stream().anyMatch(address -> AccountProblem.ofEmail(address).isPresent()),
                FieldProblem.EMAIL_INVALID);
    }

    private static Set<String> addressList(String text) {
        return text.lines().flatMap(line -> Arrays.stream(line.strip().split("[,;\\s]+")))
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String state(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** @return nine digits with their hyphen, anything else as it is */
    private static String zip(String text) {
        return NINE_DIGITS.matcher(text).matches() ? text.substring(0, 5) + "-" + text.substring(5) : text;
    }

    /**
     * @return the normalized value of a valid text: numbers in E.164, a state in capitals, a ZIP+4 code with a hyphen,
     * one address per line
     */
    private static String meaning(FormField field, String text, Organization organization) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (field) {
            case BTN, REPLACEMENT_BTN -> number(text, organization).orElseThrow();
            case REGION -> organization.isInUnitedStates() ? state(text) : text;
            case ZIP -> organization.isInUnitedStates() ? zip(text) : text;
            case NOTICE_ADDRESSES -> String.join("\n", addressList(text));
            default -> text;
        };
    }

    /** @return the single telephone number in the text, in any usual notation */
    private static Optional<String> number(String text, Organization organization) {
        var list = NumberList.read(text, organization.country, 2);
        return list.problems().isEmpty() && list.numbers().size() == 1 ? Optional.of(list.numbers().get(0))
                : Optional.empty();
    }

    private static Set<String> numbers(PortOrder order) {
        var numbers = new HashSet<String>();
        for (PortOrderNumber number : order.getNumbers()) {
            numbers.add(number.number);
        }
        return numbers;
    }

    private static Optional<FieldProblem> choice(FormField field, String text) {
        return when(field.option(text) == null, FieldProblem.NO_CHOICE);
    }

    private static Optional<FieldProblem> when(boolean wrong, FieldProblem problem) {
        return wrong ? Optional.of(problem) : Optional.empty();
    }
}
