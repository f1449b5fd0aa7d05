package org.portcullis.web.http;

/** Kinds of requests. Each has its own threads, so that one kind that is blocked or flooded never delays another. */
public enum RequestKind {
    /** Pages for people. */
    PAGES("/"),
    /** The check of carriers' credentials, which unauthenticated senders can cause. */
    CREDENTIALS(null),
    /** Port-out requests of Bandwidth's platform. */
    BANDWIDTH("/carrier/bandwidth"),
    /** Port-out requests over the portal's own API. */
    API("/api"),
    /** Webhooks of Telnyx. */
    TELNYX("/carrier/telnyx");

    private final String root;

    RequestKind(String root) {
        this.root = root;
    }

    /** @param path normalized */
    static RequestKind at(String path) {
        for (RequestKind work : new RequestKind[] {BANDWIDTH, API, TELNYX}) {
            if (path.equals(work.root) || path.startsWith(work.root + "/")) {
                return work;
            }
        }
        return PAGES;
    }
}
