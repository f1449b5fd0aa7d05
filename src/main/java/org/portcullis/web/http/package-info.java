/**
 * The way of a request to a page, and of its answer back: bodies and their deadlines, threads, addresses, cookies, the
 * token against forged requests, proxies' headers, and errors before a resource is reached. It knows nothing of
 * telephony.
 */
package org.portcullis.web.http;
