/**
 * The porting desk's side of port-out requests: what carriers ask over all organizations, guessing that the desk may lift, and
 * the form for the carrier that mails or calls. What is decided, and how, is in {@link org.portcullis.portout}.
 */
package org.portcullis.portoutdesk;
