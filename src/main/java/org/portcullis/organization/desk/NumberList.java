package org.portcullis.organization.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.portcullis.job.Job;
import org.portcullis.numbers.NumberScope;
import org.portcullis.organization.Organization;
import org.portcullis.organization.OrganizationPaths;
import org.portcullis.organization.TelephoneNumber;
import org.portcullis.web.form.Paging;

/**
 * One page of an organization's telephone numbers.
 *
 * @param total how many it has, regardless of the search
 * @param imports the last ones, newest first
 */
record NumberList(Organization organization, List<TelephoneNumber> numbers, long total, String search, Paging paging,
        List<Import> imports,
        Set<NumberFlash> flash) {

    private static final int PAGE_SIZE = 100;
    private static final int IMPORTS_SHOWN = 5;

    /** An import and its state. */
    public record Import(Job work, Job.State state) {
    }

    static String path(UUID organizationId) {
        return OrganizationPaths.of(organizationId) + "/numbers";
    }

    static NumberList of(Organization organization, String search, String page, Instant now, Set<NumberFlash> flash) {
        var digits = digits(search, organization.country);
        var total = TelephoneNumber.countOf(organization.id, "");
        var found = digits.isEmpty() ? total : TelephoneNumber.countOf(organization.id, digits);
        var paging = Paging.of(page, found, PAGE_SIZE, path(organization.id), Map.of("q", search));
        return new NumberList(organization, TelephoneNumber.of(organization.id, digits, paging.index(), PAGE_SIZE),
                total, search, paging,
                Job.lastOn(organization.id, IMPORTS_SHOWN).stream().map(work -> new Import(work, work.stateAt(now)))
                        .toList(),
                flash);
    }

    /** @return where those that are chosen are removed, once it is confirmed */
    public String getRemovalAction() {
        return path(organization.id) + "/removal";
    }

    /** @return where a number is taken out of service or put back */
    public String getServiceAction() {
        return path(organization.id) + "/service";
    }

    /** The whole number where the text is one in any notation, else its digits anywhere in a number; words find nothing. */
    private static String digits(String search, String country) {
        if (search.isEmpty()) {
            return "";
        }
        var read = org.portcullis.numbers.NumberList.read(search, country, 2, NumberScope.ANY);
        if (read.problems().isEmpty() && read.numbers().size() == 1) {
            return read.numbers().get(0);
        }
        var digits = search.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? search : digits;
    }
}
