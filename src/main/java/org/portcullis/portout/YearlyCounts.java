package org.portcullis.portout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What wireless carriers have to keep count of (47 CFR 52.37), for one year in UTC.
 *
 * @param requests all that were asked; a repetition of the same request is no other one
 * @param successful that numbers might leave by
 * @param failed refused for whatever reason
 * @param awaiting that the admins have still to say their word to
 * @param fraudulent successful ones that the organization says nobody there wanted
 * @param reported all that the organization says so of
 */
public record YearlyCounts(int year, long requests, long successful, long failed, long awaiting, long fraudulent,
        long reported) {

    /** @return each year from the first request to this one */
    public static List<YearlyCounts> all(Instant now) {
        var years = new ArrayList<YearlyCounts>();
        PortOutRequest.firstReceived().ifPresent(first -> {
            for (int year = year(first); year <= year(now); year++) {
                years.add(of(year));
            }
        });
        return years;
    }

    private static int year(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC).getYear();
    }

    private static YearlyCounts of(int year) {
        var from = Year.of(year).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var to = Year.of(year + 1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        long requests = 0;
        long successful = 0;
        long awaiting = 0;
        long fraudulent = 0;
        long reported = 0;
        for (PortOutRequest.Count count : PortOutRequest.counts(from, to)) {
            requests += count.requests();
            reported += count.reported();
            switch (count.verdict()) {
                case ALLOWED -> {
                    successful += count.requests();
                    fraudulent += count.reported();
                }
                case AWAITING_APPROVAL -> awaiting += count.requests();
                default -> {
                }
            }
        }
        return new YearlyCounts(year, requests, successful, requests - successful - awaiting, awaiting, fraudulent,
                reported);
    }
}
