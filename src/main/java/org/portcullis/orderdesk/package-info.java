/**
 * The porting desk's forms for one order: sent to the carrier, confirmed, rejected, its numbers, its end.
 * Each asks only for what its step needs; whether an order may take it is decided in {@code portorder}.
 */
package org.portcullis.orderdesk;
