package org.portcullis.keptform;

import jakarta.inject.Singleton;
import org.portcullis.web.ShownAgain;

/** The same fields that are kept of a form that came too late. */
@Singleton
class FieldsShownAgain implements ShownAgain {

    @Override
    public boolean isShown(String name) {
        return KeptFields.isKept(name);
    }
}
