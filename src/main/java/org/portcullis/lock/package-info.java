/**
 * Port-out locks. While the whole organization or a number is locked, no request of another carrier for it is allowed,
 * even with the right PIN, and no port-out order with it can be sent. The code that decides on requests or sends orders
 * asks {@link org.portcullis.lock.PortOutLock}.
 */
package org.portcullis.lock;
