/**
 * The portal's own API for carriers: JSON in, a verdict out, in English or French. It is described in {@code
 * META-INF/openapi.yaml}; errors follow RFC 9457. {@link org.portcullis.portout} makes the decisions.
 */
package org.portcullis.portout.api;
