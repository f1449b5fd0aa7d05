/**
 * Languages, time zones, formats of dates and numbers, CSV for spreadsheets, and the language and theme of a request.
 */
package org.portcullis.web.i18n;
