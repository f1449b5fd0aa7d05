package org.portcullis.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.qute.Engine;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.calendar.EarliestDate.Start;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;

@QuarkusTest
class EarliestDateTest extends PortalTest {

    @Inject
    Engine templates;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en-US|TODAY|1|The order counts as of today, if it is sent by 1 PM. A simple port then takes one business day. Not counted, besides weekends: Juneteenth (June 19, 2026), the porting desk is closed (June 22, 2026).",
        "fr-FR|AFTER_CUT_OFF|4|Il est plus de 13 h : la commande compte à partir du 17 juin 2026. La portabilité prend ensuite 4 jours ouvrés. Ne comptent pas, outre les week-ends : fête de Juneteenth (19 juin 2026), fermeture du service de portabilité (22 juin 2026).",
        "fr-FR|NO_BUSINESS_DAY|1|Aujourd'hui n'est pas un jour ouvré : la commande compte à partir du 17 juin 2026. Une portabilité simple prend ensuite un jour ouvré. Ne comptent pas, outre les week-ends : fête de Juneteenth (19 juin 2026), fermeture du service de portabilité (22 juin 2026)."})
    void isExplainedInTheReadersLanguage(String language, Start start, int days, String expected) {
        var earliest = new EarliestDate(LocalDate.of(2026, 6, 24), start, LocalDate.of(2026, 6, 17), days,
                List.of(new DayOff(LocalDate.of(2026, 6, 19), Holiday.JUNETEENTH),
                        new DayOff(LocalDate.of(2026, 6, 22), null)));
        var text = templates.getTemplate("tags/earliestDate").instance().setLocale(Locale.forLanguageTag(language))
                .data("earliest", earliest).render();
        assertEquals(expected, Page.folded(text).replaceAll("\\s+", " "));
    }
}
