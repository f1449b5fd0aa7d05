package org.portcullis.web.i18n;

import io.quarkus.qute.TemplateInstance;
import java.time.ZoneId;
import java.util.Locale;

/** Text for somebody who is not the visitor: in the reader's language and time zone, whoever caused it. */
public final class Letter {

    private Letter() {
    }

    public static String of(TemplateInstance template, Locale language, ZoneId zone) {
        return template.setLocale(language).setAttribute(TemplateLanguage.ZONE, zone).render();
    }
}
