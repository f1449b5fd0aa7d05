package org.portcullis.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.UUID;

/** Counts locked numbers, for pages outside of this package. */
@Named("lockedNumbers")
@ApplicationScoped
public class LockedNumbers {

    /** @return how many of the organization's numbers are locked, singly or with the whole organization */
    public int count(UUID organizationId, Collection<String> e164) {
        return PortOutLock.isWhole(organizationId) ? e164.size() : PortOutLock.lockedAmong(organizationId, e164).size();
    }
}
