/** The desk's pages of people: who may use the portal, in which role, and the links for setting a password. */
package org.portcullis.account.desk;
