package org.portcullis.order.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.portcullis.order.OrderMessages;
import org.portcullis.order.PortOrder;
import org.portcullis.web.i18n.Languages;
import org.portcullis.web.i18n.Spreadsheet;

/** Orders as rows that a spreadsheet in the person's language opens: its separator, its dates, and never a formula. */
final class OrderCsv {

    private final Spreadsheet file;
    private final OrderMessages words;
    private final ZoneId zone;
    private final boolean withOrganization;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    /** @param withOrganization whether each row names its organization */
    OrderCsv(Writer writer, Locale language, ZoneId zone, boolean withOrganization) throws IOException {
        var isFrench = language.getLanguage().equals(Languages.FRENCH.getLanguage());
        this.file = Spreadsheet.open(writer, language);
        this.words = Languages.words(OrderMessages.class, language);
        this.zone = zone;
        this.withOrganization = withOrganization;
        this.day = DateTimeFormatter.ofPattern(isFrench ? "dd/MM/yyyy" : "MM/dd/yyyy", Locale.ROOT);
        this.moment = DateTimeFormatter.ofPattern(isFrench ? "dd/MM/yyyy HH:mm" : "MM/dd/yyyy hh:mm a", Locale.US);
    }

    void header() throws IOException {
        var cells = new ArrayList<>(List.of(words.name(), words.pon(), words.directionTitle(), words.otherCarrier(),
                words.numbers(), words.stateTitle(), words.requestedDate(), inZone(words.focDate()),
                inZone(words.changed()),
                inZone(words.created())));
        if (withOrganization) {
            cells.add(0, words.organization());
        }
        file.row(cells);
    }

    private String inZone(String title) {
        return title + " (" + zone.getId() + ")";
    }

    /** @throws UncheckedIOException if the client has closed the connection */
    void row(PortOrder order) {
        var cells = new ArrayList<Object>(
                Arrays.asList(order.name, order.pon, words.direction(order.direction), order.otherCarrier,
                        order.getNumberCount(), words.state(order.getState()), text(order.requestedDate),
                        text(order.getFocAt()),
                        text(order.getChangedAt()), text(order.getCreatedAt())));
        if (withOrganization) {
            cells.add(0, order.organization.name);
        }
        try {
            file.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(LocalDate date) {
        return date == null ? "" : day.format(date);
    }

    private String text(Instant instant) {
        return instant == null ? "" : moment.format(instant.atZone(zone));
    }
}
