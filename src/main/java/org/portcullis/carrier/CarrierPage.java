package org.portcullis.carrier;

import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A carrier with the history of its credentials, the newest one first.
 *
 * @param now when the page is made
 */
public record CarrierPage(Carrier carrier, List<CarrierSecret> secrets, Instant now) {

    /** @throws NotFoundException if there is no such carrier */
    static CarrierPage of(UUID id, Instant now) {
        return new CarrierPage(Carrier.byId(id).orElseThrow(NotFoundException::new), CarrierSecret.of(id), now);
    }

    public SecretState state(CarrierSecret secret) {
        return secret.state(now);
    }

    /** @return the id of the newest credential, or null */
    public UUID getLatest() {
        return secrets.isEmpty() ? null : secrets.get(0).id;
    }

    public boolean isOpen() {
        return carrier.revokedAt == null && secrets.stream().anyMatch(secret -> secret.state(now).isOpen());
    }

    /** @return whether any of the carrier's credentials but that one opens something */
    boolean isOpenWithout(UUID secretId) {
        return secrets.stream().anyMatch(secret -> !secret.id.equals(secretId) && secret.state(now).isOpen());
    }

    /** @throws NotFoundException if it is none of the carrier's */
    CarrierSecret secret(UUID id) {
        return secrets.stream().filter(secret -> secret.id.equals(id)).findFirst().orElseThrow(NotFoundException::new);
    }

    public String getPath() {
        return CarrierList.path(carrier.id);
    }
}
