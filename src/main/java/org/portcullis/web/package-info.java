/**
 * What all pages share, with no domain word in it: language, theme, flash, error pages, headers, assets, formats.
 * It knows nobody.
 */
package org.portcullis.web;
