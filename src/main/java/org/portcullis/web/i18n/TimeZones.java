package org.portcullis.web.i18n;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;

/** The time zones offered for choice. */
public final class TimeZones {

    private TimeZones() {
    }

    /** @return zones named after places; abbreviations and fixed offsets have no daylight saving time */
    public static Set<String> names() {
        var zones = new TreeSet<String>();
        for (String id : ZoneId.getAvailableZoneIds()) {
            if (id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+")
                    || id.equals("UTC")) {
                zones.add(id);
            }
        }
        return zones;
    }

    public static boolean exists(String id) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(id).getId());
        } catch (DateTimeException e) {
            return false;
        }
    }
}
