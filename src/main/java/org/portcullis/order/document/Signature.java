package org.portcullis.order.document;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The signature of a letter of authorization: the name that the signer typed after reading it.
 *
 * @param zone the time zone for the time in the letter
 * @param address the IP address of the signer
 */
public record Signature(String name, Instant at, ZoneId zone, String address) {
}
