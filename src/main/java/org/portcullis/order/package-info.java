/**
 * Port orders: their states and transitions, the rules for changing them, the notifications of each change, and
 * deadlines. Every change of an order goes through {@code OrderChanges}.
 */
package org.portcullis.order;
