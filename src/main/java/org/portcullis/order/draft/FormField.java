package org.portcullis.order.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.order.Direction;
import org.portcullis.order.Extent;
import org.portcullis.order.PortOrder;
import org.portcullis.organization.Address;

/**
 * A form field: its name, input type, maximum length, and place in the order. For a simple port, no more fields are
 * required than 47 CFR 52.36 allows.
 */
public enum FormField {
    NAME("name", Input.TEXT, 100, order -> order.name, (order, text) -> order.name = text),
    DIRECTION("direction", Input.CHOICE, 10, order -> order.direction.name(),
            (order, text) -> order.direction = Direction.valueOf(text)),
    OTHER_CARRIER("otherCarrier", Input.TEXT, 100, order -> order.otherCarrier,
            (order, text) -> order.otherCarrier = text),
    ACCOUNT_NUMBER("accountNumber", Input.TEXT, 25, order -> order.account().number,
            (order, text) -> order.account().number = text),
    ACCOUNT_NAME("accountName", Input.TEXT, 100, order -> order.account().name,
            (order, text) -> order.account().name = text),
    AUTHORIZED_PERSON("authorizedPerson", Input.TEXT, 100, order -> order.account().authorizedPerson,
            (order, text) -> order.account().authorizedPerson = text),
    STREET("street", Input.TEXT, 200, order -> address(order).street, (order, text) -> ownAddress(order).street = text),
    CITY("city", Input.TEXT, 100, order -> address(order).city, (order, text) -> ownAddress(order).city = text),
    REGION("region", Input.SHORT, 50, order -> address(order).region, (order, text) -> ownAddress(order).region = text),
    ZIP("zip", Input.SHORT, 15, order -> address(order).zip, (order, text) -> ownAddress(order).zip = text),
    BTN("btn", Input.TELEPHONE, 40, order -> telephone(order.account().btn),
            (order, text) -> order.account().btn = text),
    EXTENT("extent", Input.CHOICE, 10, order -> order.extent.name(),
            (order, text) -> order.extent = Extent.valueOf(text)),
    REPLACEMENT_BTN("replacementBtn", Input.TELEPHONE, 40, order -> telephone(order.account().replacementBtn),
            (order, text) -> order.account().replacementBtn = text),
    TRANSFER_PIN("transferPin", Input.SECRET, 25, order -> "", (order, text) -> {}),
    KIND("kind", Input.CHOICE, 10, order -> (order.simple ? Choice.SIMPLE : Choice.COMPLEX).name(),
            (order, text) -> order.simple = Choice.SIMPLE.name().equals(text)),
    REQUESTED_DATE("requestedDate", Input.DATE, 10, order -> text(order.requestedDate),
            (order, text) -> order.requestedDate = text == null ? null : LocalDate.parse(text)),
    NOTICE_ADDRESSES("noticeAddresses", Input.LINES, 1_000, order -> String.join("\n", order.getNoticeAddressList()),
            (order, text) -> order.noticeAddresses = text == null ? null
                    : text.lines().collect(Collectors.joining(",")));

    /** How a field is typed. */
    public enum Input {
        TEXT, SHORT, TELEPHONE, CHOICE, DATE, LINES, SECRET
    }

    private final String key;
    private final Input input;
    private final int longest;
    private final Function<PortOrder, String> reader;
    private final BiConsumer<PortOrder, String> writer;

    FormField(String key, Input input, int longest, Function<PortOrder, String> reader,
            BiConsumer<PortOrder, String> writer) {
        this.key = key;
        this.input = input;
        this.longest = longest;
        this.reader = reader;
        this.writer = writer;
    }

    /** @return its name in the form, and the id of its input */
    public String getKey() {
        return key;
    }

    public Input getInput() {
        return input;
    }

    /** @return in characters, see {@link org.portcullis.web.Length} */
    public int getLongest() {
        return longest;
    }

    /** @return whether it may be left empty */
    public boolean isOptional() {
        return switch (this) {
            case REPLACEMENT_BTN, TRANSFER_PIN, NOTICE_ADDRESSES -> true;
            default -> false;
        };
    }

    /** @return whether the page explains it */
    public boolean isHinted() {
        return switch (this) {
            case DIRECTION, CITY, ZIP, EXTENT, KIND, REQUESTED_DATE -> false;
            default -> true;
        };
    }

    /** @return what can be chosen; none where something is typed */
    public List<Choice> getOptions() {
        return switch (this) {
            case DIRECTION -> List.of(Choice.IN, Choice.OUT);
            case EXTENT -> List.of(Choice.FULL, Choice.PARTIAL);
            case KIND -> List.of(Choice.SIMPLE, Choice.COMPLEX);
            default -> List.of();
        };
    }

    /** @return the option with that name, or null */
    public Choice option(String text) {
        return getOptions().stream().filter(option -> option.name().equals(text)).findFirst().orElse(null);
    }

    /** @return what the order says, as it is typed; of a secret, nothing */
    String in(PortOrder order) {
        var text = reader.apply(order);
        return text == null ? "" : text;
    }

    /** @param text checked, a telephone number in E.164; empty takes the value away */
    void write(PortOrder order, String text) {
        writer.accept(order, text.isEmpty() ? null : text);
    }

    private static Address address(PortOrder order) {
        return order.account().address == null ? new Address() : order.account().address;
    }

    private static Address ownAddress(PortOrder order) {
        if (order.account().address == null) {
            order.account().address = new Address();
        }
        return order.account().address;
    }

    private static String telephone(String e164) {
        return e164 == null ? null : NumberRanges.text(List.of(e164));
    }

    private static String text(LocalDate date) {
        return date == null ? null : date.toString();
    }
}
