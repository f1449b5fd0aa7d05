/**
 * The siege: attacks on a running portal, and what everybody else gets meanwhile. It is no test; {@code bench/siege} runs it.
 */
package org.portcullis.siege;
