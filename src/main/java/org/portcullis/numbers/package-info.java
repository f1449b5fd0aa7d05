/**
 * Lists of telephone numbers as people write them: typed, pasted, in ranges or in a CSV file, read into E.164 with
 * every bad one named, and compacted into ranges again. Knows no order, no organization and no page.
 */
package org.portcullis.numbers;
