package org.portcullis.account;

import java.time.Instant;
import java.util.UUID;

/**
 * Published when a one-time password link is created, in the same transaction.
 *
 * @param linkId see {@link PasswordLinks#placeholder}
 */
public record PasswordLinkMade(User user, UUID linkId, Instant expiresAt) {
}
