package org.portcullis.account.keptform;

import jakarta.inject.Singleton;
import org.portcullis.web.http.RetainableFields;

/** Shares the list of kept fields with other parts of the portal. */
@Singleton
class KeptRetainableFields implements RetainableFields {

    @Override
    public boolean isShown(String name) {
        return KeptFields.isKept(name);
    }
}
