package org.portcullis.mail.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portcullis.mail.Notice;
import org.portcullis.mail.Stage;
import org.portcullis.order.PortOrder;

/**
 * One page of the outgoing mail that stands at one stage.
 *
 * @param first the address of the first page, or null where this is it
 * @param further the address of the next page, or null
 */
public record MailList(Stage stage, List<Item> items, List<Chip> chips, String first, String further) {

    static final String PATH = "/desk/mail";
    static final int PAGE_SIZE = 25;

    /** An e-mail, and the PON of the order that it tells of, or null. */
    public record Item(Notice mail, String pon) {

        /** @return the address that asks for another attempt */
        public String getAttempts() {
            return PATH + "/" + mail.id + "/attempts";
        }

        /** @return when it came to where it stands, or is tried next */
        public Instant getMoment() {
            return switch (mail.getStage()) {
                case FAILED -> mail.failedAt;
                case WAITING -> mail.nextAttemptAt;
                case SENT -> mail.sentAt;
            };
        }
    }

    /** A filter, how many e-mails it holds where they can be few, where it leads, and whether it is the chosen one. */
    public record Chip(Stage stage, Long count, String address, boolean chosen) {
    }

    /** @param after the last e-mail of the page before, or null */
    static MailList of(Stage stage, UUID after) {
        var found = Notice.in(stage, after, PAGE_SIZE + 1);
        var shown = found.stream().limit(PAGE_SIZE).toList();
        var ids = shown.stream().map(mail -> mail.orderId).filter(Objects::nonNull).collect(Collectors.toSet());
        var pons = ids.isEmpty() ? Map.<UUID, String>of() : PortOrder.ponsOf(ids);
        return new MailList(stage,
                shown.stream().map(mail -> new Item(mail, mail.orderId == null ? null : pons.get(mail.orderId)))
                        .toList(),
                List.of(Stage.values()).stream()
                        .map(other -> new Chip(other, other == Stage.SENT ? null : Notice.countIn(other),
                                address(other),
                                other == stage))
                        .toList(),
                after == null ? null : address(stage),
                found.size() > PAGE_SIZE ? address(stage) + "&after=" + shown.get(PAGE_SIZE - 1).id : null);
    }

    /** @return how many were given up */
    public long getFailed() {
        return chips.stream().filter(chip -> chip.stage() == Stage.FAILED).mapToLong(Chip::count).sum();
    }

    private static String address(Stage stage) {
        return PATH + "?stage=" + stage.getValue();
    }
}
