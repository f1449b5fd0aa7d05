package org.portcullis.account.keptform;

import jakarta.inject.Singleton;
import org.portcullis.web.http.RetainableFields;

/** The same fields that are kept of a form that came too late. */
@Singleton
class KeptRetainableFields implements RetainableFields {

    @Override
    public boolean isShown(String name) {
        return KeptFields.isKept(name);
    }
}
