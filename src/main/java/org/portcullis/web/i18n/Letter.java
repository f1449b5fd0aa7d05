package org.portcullis.web.i18n;

import io.quarkus.qute.TemplateInstance;
import java.time.ZoneId;
import java.util.Locale;

/** Text for a reader other than the visitor, in that reader's language and time zone. */
public final class Letter {

    private Letter() {
    }

    public static String of(TemplateInstance template, Locale language, ZoneId zone) {
        return template.setLocale(language).setAttribute(TemplateLanguage.ZONE, zone).render();
    }
}
