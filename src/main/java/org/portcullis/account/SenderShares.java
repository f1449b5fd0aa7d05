package org.portcullis.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Limits the share of all places that one network can take: a quarter for one address or /64, a third for a /56, half
 * for a /24 or /48. IPv4 has two widths, of which the wider has a third.
 */
final class SenderShares {

    private static final int[] PARTS = {4, 3, 2};

    private final int places;
    private final Map<String, Integer> taken = new HashMap<>();

    SenderShares(int places) {
        this.places = places;
    }

    /**
     * @param networks starting with the narrowest
     * @return whether each network had room; if not, no place is taken
     */
    synchronized boolean enter(List<String> networks) {
        for (int i = 0; i < networks.size(); i++) {
            if (taken.getOrDefault(networks.get(i), 0) >= Math.max(1, places / PARTS[i])) {
                return false;
            }
        }
        networks.forEach(network -> taken.merge(network, 1, Integer::sum));
        return true;
    }

    synchronized void leave(List<String> networks) {
        networks.forEach(network -> taken.computeIfPresent(network, (key, count) -> count > 1 ? count - 1 : null));
    }
}
