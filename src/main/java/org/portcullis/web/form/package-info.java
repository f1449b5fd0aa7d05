/** Parts that forms share: fields, cleaned input, flash messages, paged lists. */
package org.portcullis.web.form;
