package org.portcullis.job.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.portcullis.job.JobItem;
import org.portcullis.numbers.NumberColumn;
import org.portcullis.web.i18n.Languages;
import org.portcullis.web.i18n.Spreadsheet;

/** The report on some work as a file that spreadsheets open as it is meant, in the reader's language. */
record ReportFile(UUID workId, ReportKind kind, Locale language) {

    private static final int AT_ONCE = 1_000;

    void write(OutputStream output) throws IOException {
        var words = Languages.words(JobMessages.class, language);
        var writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
        try (var file = Spreadsheet.open(writer, language)) {
            // The name by which an import finds the column, so that a corrected report can be imported.
            var reference = kind == ReportKind.NUMBER_IMPORT ? NumberColumn.NAME : words.reference(kind);
            file.row(words.line(kind), reference, words.result(), words.detail());
            int place = 0;
            List<JobItem> items;
            while (!(items = next(place)).isEmpty()) {
                for (JobItem item : items) {
                    file.row(item.place, item.reference, words.outcome(ReportOutcome.valueOf(item.outcome)),
                            item.detail);
                }
                place = items.get(items.size() - 1).place;
            }
        }
    }

    private List<JobItem> next(int after) {
        return QuarkusTransaction.requiringNew().call(() -> JobItem.of(workId, null, after, AT_ONCE));
    }
}
