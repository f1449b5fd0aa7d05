/**
 * What forms share: fields, cleaned input, flash messages, lists in pages.
 */
package org.portcullis.web.form;
