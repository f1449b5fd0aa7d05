/**
 * Bounds on costly work: how much of each kind is done at once, how much of it for one caller, and how often a caller may ask for
 * it within a minute. Each limit stands in {@code docs/limits.md}.
 */
package org.portcullis.limit;
