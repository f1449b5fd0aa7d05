/**
 * The desk's work on port orders: the queue, the actions on one order (submission to the carrier, confirmation,
 * rejection, marking numbers, completion), and bulk steps. Whether an action is allowed is decided in
 * {@link org.portcullis.order}.
 */
package org.portcullis.order.desk;
