package org.portcullis.account;

/**
 * Published when a person becomes able to act for an organization or for the porting desk, in the same transaction.
 *
 * @param by name of the person who granted this
 */
public record AdminMade(User user, String by) {
}
