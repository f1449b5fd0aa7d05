package org.portcullis.portout.guess;

import java.util.List;
import org.portcullis.portout.guess.CarrierHour.OfOrganization;

/**
 * A carrier's PIN attempts within the window, over all organizations. Each organization contributes a limited number of
 * right and of wrong ones, so that neither one customer's many mistakes nor right PINs from a customer that helps a
 * guesser can tip the balance.
 *
 * @param right how many were right
 * @param wrong how many were wrong
 * @param organizations at how many organizations some were wrong
 */
public record CarrierTries(long right, long wrong, long organizations) {

    /** @param most the most right and the most wrong PIN attempts that one organization contributes */
    static CarrierTries of(List<OfOrganization> tries, int most) {
        return new CarrierTries(tries.stream().mapToLong(each -> Math.min(each.right(), most)).sum(),
                tries.stream().mapToLong(each -> Math.min(each.wrong(), most)).sum(),
                tries.stream().filter(each -> each.wrong() > 0).count());
    }
}
