/**
 * Lists of telephone numbers: typed, pasted, in ranges or in a CSV file, read into E.164 with a report of every invalid
 * entry, and compacted into ranges again. Independent of orders, organizations and pages.
 */
package org.portcullis.numbers;
