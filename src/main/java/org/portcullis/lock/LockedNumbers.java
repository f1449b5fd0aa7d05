package org.portcullis.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.UUID;

/** How many numbers are locked, for pages that know nothing else of locks. */
@Named("lockedNumbers")
@ApplicationScoped
public class LockedNumbers {

    /** @return how many of an organization's numbers are locked, alone or with the whole organization */
    public int count(UUID organizationId, Collection<String> e164) {
        return PortOutLock.isWhole(organizationId) ? e164.size() : PortOutLock.lockedAmong(organizationId, e164).size();
    }
}
