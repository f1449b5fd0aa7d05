package org.portcullis.audit.desk;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.portcullis.web.i18n.Languages;
import org.portcullis.web.i18n.Spreadsheet;

/** Entries as rows that a spreadsheet in the person's language opens: its separator, its dates, and never a formula. */
final class TrailCsv {

    private final Spreadsheet file;
    private final TrailWords words;
    private final ZoneId zone;
    private final DateTimeFormatter moment;

    TrailCsv(Writer writer, Locale language, ZoneId zone) throws IOException {
        var isFrench = language.getLanguage().equals(Languages.FRENCH.getLanguage());
        this.file = Spreadsheet.open(writer, language);
        this.words = TrailWords.in(language);
        this.zone = zone;
        this.moment = DateTimeFormatter.ofPattern(isFrench ? "dd/MM/yyyy HH:mm:ss" : "MM/dd/yyyy hh:mm:ss a",
                Locale.US);
    }

    TrailWords words() {
        return words;
    }

    void header() throws IOException {
        var messages = words.messages();
        file.row(messages.number(), messages.when() + " (" + zone.getId() + ")", messages.what(), messages.detail(),
                messages.who(),
                messages.subject(), messages.organization(), messages.address(), messages.code());
    }

    void row(TrailList.Item item) throws IOException {
        var entry = item.entry();
        file.row(entry.sequence == null ? "" : entry.sequence, moment.format(entry.at.atZone(zone)),
                item.event(), item.detail(), entry.actorName,
                entry.subjectName, item.organization(),
                entry.address, entry.event);
    }
}
