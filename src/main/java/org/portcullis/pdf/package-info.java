/**
 * A PDF document: text in every script that the fonts have, headings, tables, and the outline that screen readers follow. It
 * has no domain word in it.
 */
package org.portcullis.pdf;
