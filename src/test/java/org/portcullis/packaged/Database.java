package org.portcullis.packaged;

import java.util.function.Supplier;

/** What a packaged portal keeps its data in. */
public enum Database {
    H2(SharedPortal.OfH2::new), POSTGRESQL(SharedPortal.OfPostgres::new);

    private final Supplier<SharedPortal> portal;

    Database(Supplier<SharedPortal> portal) {
        this.portal = portal;
    }

    SharedPortal portal() {
        return portal.get();
    }
}
