/**
 * Port orders: their states and what may follow what, who may change them and how, what each change tells whom, and the
 * deadlines by which something should happen. Every change of an order goes through {@code OrderChanges}.
 */
package org.portcullis.order;
