/** The PIN panel beside the list of port orders, and the page to mark a PIN as compromised. */
package org.portcullis.pin.page;
