/**
 * The desk's pages of people: who may use the portal, in which role, and the links with which they set a password.
 */
package org.portcullis.account.desk;
