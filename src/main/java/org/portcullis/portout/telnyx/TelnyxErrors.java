package org.portcullis.portout.telnyx;

import jakarta.inject.Singleton;
import java.util.Map;
import org.portcullis.web.http.ApiPaths.Answer;
import org.portcullis.web.http.ApiPaths.Errors;
import org.portcullis.web.http.ApiPaths.Failure;

/** Telnyx gets a bare status, so that a caller without the signing key learns nothing. */
@Singleton
class TelnyxErrors implements Errors {

    @Override
    public boolean isFor(String path) {
        return path.equals(TelnyxResource.PATH) || path.startsWith(TelnyxResource.PATH + "/");
    }

    @Override
    public Answer answer(Failure failure) {
        return new Answer(failure.status(), Map.of(), "");
    }
}
