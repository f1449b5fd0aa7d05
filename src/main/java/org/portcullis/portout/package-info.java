/**
 * Decides whether numbers may leave, for all protocols. {@code PortOutDecider} makes the checks in their order and has
 * the PIN compared between two transactions; {@code DecisionStore} stores requests and verdicts.
 */
package org.portcullis.portout;
