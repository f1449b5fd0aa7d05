package org.portcullis.mail;

import java.time.ZoneId;
import java.util.Locale;
import org.portcullis.account.User;

/** Where a notice goes, and how its reader reads. */
public record Recipient(String address, Locale language, ZoneId zone) {

    public static Recipient of(User reader) {
        return new Recipient(reader.email, reader.noticeLanguage(), reader.zone());
    }
}
