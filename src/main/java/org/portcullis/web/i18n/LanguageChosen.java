package org.portcullis.web.i18n;

import java.util.Locale;

/** Event: the visitor chose a language. The package that knows the signed-in person stores it for them. */
public record LanguageChosen(Locale language) {
}
