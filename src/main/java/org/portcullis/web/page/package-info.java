/**
 * The pages that belong to no concept: errors, the choice of language and theme; and the headers and assets of all pages.
 */
package org.portcullis.web.page;
