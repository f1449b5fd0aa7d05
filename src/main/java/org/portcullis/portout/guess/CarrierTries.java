package org.portcullis.portout.guess;

import java.util.List;
import org.portcullis.portout.guess.CarrierHour.OfOrganization;

/**
 * What a carrier's tries within the window came to, whoever the numbers belong to. No organization counts more than a few
 * times on either side: neither one customer's many mistakes nor right PINs of a customer that helps a guesser decide.
 *
 * @param right how many were right
 * @param wrong how many were wrong
 * @param organizations at how many organizations some were wrong
 */
public record CarrierTries(long right, long wrong, long organizations) {

    /** @param most that one organization counts on either side */
    static CarrierTries of(List<OfOrganization> tries, int most) {
        return new CarrierTries(tries.stream().mapToLong(each -> Math.min(each.right(), most)).sum(),
                tries.stream().mapToLong(each -> Math.min(each.wrong(), most)).sum(),
                tries.stream().filter(each -> each.wrong() > 0).count());
    }
}
