package org.portcullis.account;

/** A person has a new password, in the transaction that gave it to them. */
public record PasswordChanged(User user) {
}
