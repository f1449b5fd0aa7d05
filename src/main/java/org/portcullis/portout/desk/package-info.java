/**
 * The porting desk's side of port-out requests: what carriers ask over all organizations, limits on guessing that the desk
 * may lift, and the form for the carrier that mails or calls.
 */
package org.portcullis.portout.desk;
