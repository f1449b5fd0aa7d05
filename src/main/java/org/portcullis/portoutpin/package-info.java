/**
 * The port-out PIN: what it must be, how it is kept so that nobody can read it, when it comes to its end, and who is told.
 * Its page is a panel of the port orders page, and so lives with that page.
 */
package org.portcullis.portoutpin;
