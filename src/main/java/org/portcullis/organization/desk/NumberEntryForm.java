package org.portcullis.organization.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.portcullis.numbers.DraftText;
import org.portcullis.numbers.ListReport;
import org.portcullis.numbers.NumberList;
import org.portcullis.numbers.NumberPlace;
import org.portcullis.numbers.NumberScope;
import org.portcullis.organization.NumberIntake.Outcome;
import org.portcullis.organization.NumberIntake.Result;
import org.portcullis.organization.Organization;

/**
 * Typed or pasted telephone numbers, and the result.
 *
 * @param text contents of the field: the refused entries
 * @param cut whether there were more refused entries than the field holds
 * @param isMissing whether the field was empty
 * @param added how many are new; 0 before anything was sent
 * @param known how many the organization had before
 * @param report the entries that are not numbers
 * @param foreign numbers of other organizations
 */
record NumberEntryForm(Organization organization, String text, boolean cut, boolean isMissing, int added, int known,
        ListReport report,
        List<Foreign> foreign) {

    /** A block of numbers. */
    static final int MOST = 10_000;
    private static final int FOREIGN_SHOWN = 200;

    /** A number of another organization, with its line. */
    public record Foreign(int line, String number, String owner) {
    }

    static NumberEntryForm empty(Organization organization) {
        return new NumberEntryForm(organization, "", false, false, 0, 0, ListReport.NOTHING, List.of());
    }

    static NumberEntryForm missing(Organization organization) {
        return new NumberEntryForm(organization, "", false, true, 0, 0, ListReport.NOTHING, List.of());
    }

    /** @return the numbers in a text, of every country and kind, as in every other field */
    static NumberList read(String text, Organization organization) {
        return NumberList.read(text, organization.country, MOST, NumberScope.ANY);
    }

    /** @param results what became of the list's numbers, in their order */
    static NumberEntryForm of(Organization organization, NumberList list, List<Result> results) {
        var places = new LinkedHashMap<String, NumberPlace>();
        IntStream.range(0, results.size()).forEach(i -> places.put(results.get(i).e164(), list.places().get(i)));
        var foreign = results.stream().filter(result -> result.outcome() == Outcome.OTHER_ORGANIZATION)
                .map(result -> new Foreign(places.get(result.e164()).line(), result.e164(), result.owner())).toList();
        var kept = DraftText.of(list, foreign.stream().map(Foreign::number).toList());
        return new NumberEntryForm(organization, kept.text(), kept.cut(), false, count(results, Outcome.ADDED),
                count(results, Outcome.ALREADY_THERE),
                ListReport.of(list.withoutNoticesOf(foreign.stream().map(Foreign::number).collect(Collectors.toSet()))),
                foreign);
    }

    private static int count(List<Result> results, Outcome outcome) {
        return (int) results.stream().filter(result -> result.outcome() == outcome).count();
    }

    public String getAction() {
        return org.portcullis.organization.desk.NumberList.path(organization.id) + "/new";
    }

    public List<Foreign> getForeignShown() {
        return foreign.subList(0, Math.min(foreign.size(), FOREIGN_SHOWN));
    }

    public int getForeignMore() {
        return foreign.size() - getForeignShown().size();
    }

    /** @return how many entries could not be added */
    public int getRefused() {
        return report.count() + foreign.size();
    }

    public boolean isFailed() {
        return isMissing || getRefused() > 0;
    }

    /** @return whether there is something to read before going on */
    boolean isRemarkable() {
        return isFailed() || !report.remarks().isEmpty();
    }

    public int getMost() {
        return MOST;
    }

    public int getLongestText() {
        return DraftText.LONGEST;
    }
}
