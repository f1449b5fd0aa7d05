package org.portcullis.portorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.portcullis.web.Languages;

/** Orders as rows that a spreadsheet in the person's language opens: its separator, its dates, and never a formula. */
final class OrderCsv {

    /** Excel takes a file for UTF-8 only if it begins with this. */
    private static final char BYTE_ORDER_MARK = '\ufeff';
    /** What a cell begins with that a spreadsheet computes (OWASP, CSV injection); the full-width ones count as well. */
    private static final String FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠";

    private final CSVPrinter printer;
    private final OrderMessages words;
    private final ZoneId zone;
    private final boolean withOrganization;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    /** @param withOrganization whether each row names its organization */
    OrderCsv(Writer writer, Locale language, ZoneId zone, boolean withOrganization) throws IOException {
        var isFrench = language.getLanguage().equals(Languages.FRENCH.getLanguage());
        writer.write(BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(writer, CSVFormat.EXCEL.builder().setDelimiter(isFrench ? ';' : ',').get());
        this.words = Languages.words(OrderMessages.class, language);
        this.zone = zone;
        this.withOrganization = withOrganization;
        this.day = DateTimeFormatter.ofPattern(isFrench ? "dd/MM/yyyy" : "MM/dd/yyyy", Locale.ROOT);
        this.moment = DateTimeFormatter.ofPattern(isFrench ? "dd/MM/yyyy HH:mm" : "MM/dd/yyyy hh:mm a", Locale.US);
    }

    void header() throws IOException {
        var cells = new ArrayList<>(List.of(words.name(), words.pon(), words.directionTitle(), words.otherCarrier(),
                words.numbers(), words.stateTitle(), words.requestedDate(), inZone(words.focDate()), inZone(words.changed()),
                inZone(words.created())));
        if (withOrganization) {
            cells.add(0, words.organization());
        }
        printer.printRecord(cells);
    }

    private String inZone(String title) {
        return title + " (" + zone.getId() + ")";
    }

    /** @throws UncheckedIOException if whoever reads has gone */
    void row(PortOrder order) {
        var cells = new ArrayList<Object>(List.of(safe(order.name), safe(order.pon), words.direction(order.direction),
                safe(order.otherCarrier), order.getNumberCount(), words.state(order.getState()), text(order.requestedDate), text(order.getFocAt()),
                text(order.getChangedAt()), text(order.getCreatedAt())));
        if (withOrganization) {
            cells.add(0, safe(order.organization.name));
        }
        try {
            printer.printRecord(cells);
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

    /** @return the text so that a spreadsheet shows it and never computes it */
    static String safe(String text) {
        if (text == null || text.isBlank()) {
            return "";
        }
        var isFormula = FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 || FORMULA_SIGNS.indexOf(text.stripLeading().charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }
}
