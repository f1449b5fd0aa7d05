package org.portcullis.portout.carrier;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The carriers that can ask, and those that could. */
public record CarrierList(List<Item> items) {

    static final String PATH = "/desk/carriers";

    /**
     * A carrier.
     *
     * @param state of the best of its credentials, considering the certificates if it needs one
     * @param lastUsedAt the latest use of any of them, or null
     * @param certificatesEnd when the last of its required certificates expires; null unless that is soon
     */
    public record Item(Carrier carrier, SecretState state, Instant lastUsedAt, Instant certificatesEnd) {

        public String getPath() {
            return path(carrier.id);
        }
    }

    static CarrierList of(Instant now) {
        var secrets = CarrierSecret.ofAll().stream().collect(Collectors.groupingBy(secret -> secret.carrier.id));
        var certificates = CarrierCertificate.ofAll().stream()
                .collect(Collectors.groupingBy(certificate -> certificate.carrier.id));
        return new CarrierList(
                Carrier.inOrder().stream().map(carrier -> item(carrier, secrets.getOrDefault(carrier.id, List.of()),
                        certificates.getOrDefault(carrier.id, List.of()), now)).toList());
    }

    /** @return the carriers whose certificates all expire soon */
    public List<Item> getEnding() {
        return items.stream().filter(item -> item.certificatesEnd != null).toList();
    }

    private static Item item(Carrier carrier, List<CarrierSecret> secrets, List<CarrierCertificate> certificates,
            Instant now) {
        var used = Stream
                .concat(secrets.stream().map(secret -> secret.lastUsedAt),
                        certificates.stream().map(each -> each.lastUsedAt))
                .filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
        if (carrier.revokedAt != null) {
            return new Item(carrier, SecretState.REVOKED, used, null);
        }
        var ofSecrets = best(secrets.stream().map(secret -> secret.state(now)), SecretState.REVOKED);
        var ofCertificates = best(certificates.stream().map(each -> each.state(now)), SecretState.EXPIRED);
        var state = switch (carrier.proof) {
            case SECRET -> ofSecrets;
            case CERTIFICATE -> ofCertificates;
            case SECRET_AND_CERTIFICATE -> ofSecrets.compareTo(ofCertificates) > 0 ? ofSecrets : ofCertificates;
        };
        return new Item(carrier, state, used, CarrierCertificate.soonEnd(carrier, certificates, now));
    }

    private static SecretState best(Stream<SecretState> states, SecretState none) {
        return states.min(Comparator.naturalOrder()).orElse(none);
    }

    static String path(UUID id) {
        return PATH + "/" + id;
    }
}
