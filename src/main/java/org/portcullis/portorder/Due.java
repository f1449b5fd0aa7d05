package org.portcullis.portorder;

import java.time.Instant;
import java.time.LocalDate;

/** When something should happen: on a day of the organization's calendar, or at a moment. One of the two is null. */
public record Due(LocalDate day, Instant moment) {

    static Due day(LocalDate day) {
        return new Due(day, null);
    }

    static Due moment(Instant moment) {
        return new Due(null, moment);
    }
}
