package org.portcullis.web.i18n;

import java.util.Locale;

/** The visitor chose a language; whoever knows the signed-in person keeps it for them. */
public record LanguageChosen(Locale language) {
}
