/** The audit trail as the porting desk reads it: a page, a file, and whether anybody tampered with it. */
package org.portcullis.trail;
