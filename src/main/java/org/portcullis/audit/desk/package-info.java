/**
 * The audit trail as the porting desk reads it: a page, a CSV file, and its verification.
 */
package org.portcullis.audit.desk;
