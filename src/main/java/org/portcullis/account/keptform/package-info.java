/**
 * Forms that were sent after the end of their session: they are kept for their person, shown again after signing in,
 * and never sent automatically. The package handles forms in general and depends on none of the pages that have them.
 */
package org.portcullis.account.keptform;
