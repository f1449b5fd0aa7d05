/**
 * Whether numbers may leave: the one decision for all protocols. {@code PortOutDecider} asks the checks in their order, has the
 * PIN compared between two transactions, and {@code DecisionStore} keeps what was asked and decided.
 */
package org.portcullis.portout;
