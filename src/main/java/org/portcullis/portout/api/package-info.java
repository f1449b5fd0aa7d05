/**
 * The portal's own API for carriers: JSON in, a verdict out, in English or French. Described in {@code META-INF/openapi.yaml},
 * errors as RFC 9457 has them. Deciding is left to {@link org.portcullis.portout}.
 */
package org.portcullis.portout.api;
