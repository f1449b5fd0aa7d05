/**
 * The desk's work on port orders: the queue, the steps of one order (sent to the carrier, confirmed, rejected, its numbers,
 * its end), and one step for several orders. Whether an order may take a step is decided in {@link org.portcullis.order}.
 */
package org.portcullis.order.desk;
