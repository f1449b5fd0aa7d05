/**
 * Limits on PIN attempts, counted by organization and by carrier in the database, so that all processes share them:
 * growing delays, then a block. It also limits how many PINs are compared at once.
 */
package org.portcullis.portout.guess;
