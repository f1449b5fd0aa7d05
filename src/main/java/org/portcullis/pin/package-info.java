/**
 * The port-out PIN: what it must be, how it is kept so that it can be compared but not read, when it ends, and who is told.
 */
package org.portcullis.pin;
