package org.portcullis.carrier;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** The carriers that can ask, or could. */
public record CarrierList(List<Item> items) {

    static final String PATH = "/desk/carriers";

    /**
     * A carrier.
     *
     * @param state that of the best of its credentials
     * @param lastUsedAt of any of them, or null
     */
    public record Item(Carrier carrier, SecretState state, Instant lastUsedAt) {

        public String getPath() {
            return path(carrier.id);
        }
    }

    static CarrierList of(Instant now) {
        var secrets = CarrierSecret.ofAll().stream().collect(Collectors.groupingBy(secret -> secret.carrier.id));
        return new CarrierList(Carrier.inOrder().stream().map(carrier -> item(carrier, secrets.getOrDefault(carrier.id, List.of()), now)).toList());
    }

    private static Item item(Carrier carrier, List<CarrierSecret> secrets, Instant now) {
        var state = secrets.stream().map(secret -> secret.state(now)).min(Comparator.naturalOrder()).orElse(SecretState.REVOKED);
        var used = secrets.stream().map(secret -> secret.lastUsedAt).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
        return new Item(carrier, carrier.revokedAt == null ? state : SecretState.REVOKED, used);
    }

    static String path(UUID id) {
        return PATH + "/" + id;
    }
}
