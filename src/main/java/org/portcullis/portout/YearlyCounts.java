package org.portcullis.portout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The counts that wireless carriers have to keep (47 CFR 52.37), for one year in UTC.
 *
 * @param requests all requests; a retry is not counted
 * @param successful requests after which the numbers could leave
 * @param failed refused requests
 * @param awaiting requests that await the admin's approval
 * @param fraudulent successful requests that the organization reported as unwanted
 * @param reported all requests that the organization reported as unwanted
 */
public record YearlyCounts(int year, long requests, long successful, long failed, long awaiting, long fraudulent,
        long reported) {

    /** @return every year from the first request to the current one */
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
