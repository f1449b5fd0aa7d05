/**
 * Port-out locks: while the whole organization or a number is locked, no request of another carrier takes it, whatever PIN
 * it carries, and no port-out order with it can be sent. Whoever decides on a request or sends an order asks
 * {@link org.portcullis.lock.PortOutLock}.
 */
package org.portcullis.lock;
