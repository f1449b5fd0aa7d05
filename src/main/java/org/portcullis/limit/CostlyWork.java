package org.portcullis.limit;

import java.util.Locale;
import java.util.function.Function;
import org.portcullis.limit.LimitSettings.Bounds;

/** The kinds of work that cost a caller little to ask for and the portal much to do, each with a queue of its own. */
public enum CostlyWork {
    /** Passwords of strangers, hashed and compared; by network. */
    SIGN_IN(LimitSettings::signIn),
    /** Passwords of people who are signed in, or sign in on a device that is known; by account. */
    PASSWORD(LimitSettings::password),
    /** A port-out PIN, hashed to be kept; by organization. */
    PIN_SAVE(LimitSettings::pinSave),
    /** Port-out requests, whose PINs are hashed and compared; by carrier. */
    VERDICT(LimitSettings::verdict),
    /** Uploaded PDF files, looked through for what they do by themselves; by organization. */
    PDF_CHECK(LimitSettings::pdfCheck),
    /** Lists and files of telephone numbers, read and kept; by organization, for the porting desk by person. */
    NUMBER_LIST(LimitSettings::numberList),
    /** Files for spreadsheets; by organization, for the porting desk by person. */
    EXPORT(LimitSettings::export),
    /** Certificates and letters, drawn as PDF; by organization, for the porting desk by person. */
    PAPER(LimitSettings::paper);

    private final Function<LimitSettings, Bounds> bounds;

    CostlyWork(Function<LimitSettings, Bounds> bounds) {
        this.bounds = bounds;
    }

    Bounds bounds(LimitSettings settings) {
        return bounds.apply(settings);
    }

    /** @return what the names of its settings begin with */
    String setting() {
        return LimitSettings.PREFIX + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
