package org.portcullis.web.i18n;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;

/** The time zones to choose from. */
public final class TimeZones {

    private TimeZones() {
    }

    /** @return the names of places; abbreviations and fixed offsets know no daylight saving time */
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
