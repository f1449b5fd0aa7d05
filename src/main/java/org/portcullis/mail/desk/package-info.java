/**
 * The desk's page of e-mails: waiting, sent, failed, and sending one again.
 */
package org.portcullis.mail.desk;
