/**
 * The people who use the portal: their accounts and roles, sign-in and its limits, sessions, and the first set-up.
 */
package org.portcullis.account;
