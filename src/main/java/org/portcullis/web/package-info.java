/**
 * What all pages share, with no domain word in it: language, theme, flash, error pages, headers, assets, formats.
 * It knows nobody but the settings.
 */
package org.portcullis.web;
