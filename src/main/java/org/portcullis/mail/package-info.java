/**
 * E-mails to people: written in the transaction of the change that they tell of, delivered after it.
 */
package org.portcullis.mail;
