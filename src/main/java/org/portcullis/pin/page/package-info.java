/**
 * The panel beside the list of port orders where the port-out PIN is set, and the page for a PIN that others may know.
 */
package org.portcullis.pin.page;
