/**
 * The portal's own API for carriers: JSON in, a verdict out, in English or French. Described in {@code META-INF/openapi.yaml},
 * errors as RFC 9457 has them. It knows what is asked and answered, and leaves deciding to {@code portout}.
 */
package org.portcullis.api;
