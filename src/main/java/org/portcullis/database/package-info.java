/**
 * The database as an operator has it: the embedded one's file, what reaches the disk and when, whether the schema fits this
 * program, and whether the database can be worked with at all. It knows nothing of what is in the tables.
 */
package org.portcullis.database;
