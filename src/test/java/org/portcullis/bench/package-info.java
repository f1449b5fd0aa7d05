/**
 * How long the pages take with many orders: a generator that fills a database, and a benchmark over the packaged portal.
 * It is no test; {@code bench/run} runs it.
 */
package org.portcullis.bench;
