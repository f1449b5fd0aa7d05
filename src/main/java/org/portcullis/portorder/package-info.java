/**
 * Port orders: their states and what may follow what, the list, the detail with its history, and the panel beside the
 * list where the port-out PIN is set.
 */
package org.portcullis.portorder;
