package org.portcullis.account;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.portcullis.web.i18n.Languages;
import org.portcullis.web.i18n.TimeZones;

/** The form of the account page: name, language and time zone. An empty language or zone means the default. */
record ProfileForm(String name, String language, String timeZone, AccountProblem nameProblem,
        AccountProblem languageProblem, AccountProblem timeZoneProblem) {

    static ProfileForm of(User user) {
        return new ProfileForm(user.name, user.language == null ? "" : user.language,
                user.timeZone == null ? "" : user.timeZone.getId(), null, null, null);
    }

    static ProfileForm checked(String name, String language, String timeZone) {
        var tag = language == null ? "" : language;
        var zone = timeZone == null ? "" : timeZone;
        return new ProfileForm(name == null ? "" : name.strip(), tag, zone,
                AccountProblem.ofName(name).orElse(null),
                tag.isEmpty() || Languages.byTag(tag).isPresent() ? null : AccountProblem.LANGUAGE_UNKNOWN,
                zone.isEmpty() || TimeZones.exists(zone) ? null : AccountProblem.TIME_ZONE_UNKNOWN);
    }

    public boolean isFailed() {
        return !isValid();
    }

    boolean isValid() {
        return nameProblem == null && languageProblem == null && timeZoneProblem == null;
    }

    void applyTo(User user) {
        user.name = name;
        user.language = language.isEmpty() ? null : language;
        user.timeZone = timeZone.isEmpty() ? null : ZoneId.of(timeZone);
    }

    public List<Locale> getLanguages() {
        return Languages.ALL;
    }

    public Set<String> getTimeZones() {
        return TimeZones.names();
    }
}
