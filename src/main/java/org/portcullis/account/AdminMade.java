package org.portcullis.account;

/**
 * A person may from now on act for an organization, or for the porting desk, in the transaction that let them.
 *
 * @param by the name of who let them
 */
public record AdminMade(User user, String by) {
}
