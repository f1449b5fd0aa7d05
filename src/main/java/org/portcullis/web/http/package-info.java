/**
 * What happens to a request before a page sees it and to an answer after it: bodies and their deadlines, threads, addresses,
 * cookies, the token against forged requests, proxies' headers, errors before a resource. It has no domain word in it.
 */
package org.portcullis.web.http;
