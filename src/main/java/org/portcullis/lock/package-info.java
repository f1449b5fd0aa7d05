/**
 * Port-out locks: while the whole organization or a number is locked, no request of another carrier takes it, whatever PIN
 * it carries. Whoever decides on a request asks {@link org.portcullis.lock.PortOutLock}.
 */
package org.portcullis.lock;
