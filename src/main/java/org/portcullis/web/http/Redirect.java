package org.portcullis.web.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** See Other (303), to a path of this site: a path, so that no host or scheme from a forged request gets into it. */
public final class Redirect {

    private Redirect() {
    }

    public static Response to(String path) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, path).build();
    }
}
