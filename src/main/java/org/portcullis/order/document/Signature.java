package org.portcullis.order.document;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The signature under a letter of authorization: the name that somebody typed after reading it.
 *
 * @param zone the time zone in which the letter tells when
 * @param address the network address that it came from
 */
public record Signature(String name, Instant at, ZoneId zone, String address) {
}
