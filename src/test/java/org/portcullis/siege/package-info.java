/**
 * The siege: attacks on a running portal, and what the other users experience meanwhile. It is not a test; {@code
 * bench/siege} runs it.
 */
package org.portcullis.siege;
