package org.portcullis.lock;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.numbers.NumberFault;
import org.portcullis.numbers.NumberList;
import org.portcullis.numbers.NumberProblem;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.organization.Organization;
import org.portcullis.organization.TelephoneNumber;

/**
 * The numbers entered in the lock form: those that can be locked, and why the others can't.
 *
 * @param own the organization's numbers, in the order of the text
 * @param foreign telephone numbers that are not the organization's
 * @param problems entries that are no telephone number
 * @param unlisted how many further problems there are
 * @param text the entered text; empty if it was too long to be edited
 */
public record LockEntry(List<String> own, List<NumberRange> foreign, List<NumberProblem> problems, int unlisted,
        String text) {

    /** A form field with more text is slow to edit and to load. */
    private static final int LONGEST_TEXT_KEPT = 20_000;
    private static final int SHOWN = 100;
    /** Nothing was typed. */
    static final LockEntry NOTHING = new LockEntry(List.of(), List.of(), List.of(), 0, "");

    static LockEntry of(Organization organization, String typed) {
        var list = NumberList.read(typed, organization.country);
        var owners = TelephoneNumber.ownersOf(list.numbers());
        var own = list.numbers().stream().filter(number -> organization.id.equals(owners.get(number))).toList();
        // A number that is listed twice is locked once; that needs no correction.
        var problems = list.problems().stream().filter(problem -> problem.fault() != NumberFault.DUPLICATE).toList();
        return new LockEntry(own, NumberRanges.compact(without(list.numbers(), Set.copyOf(own))), problems,
                list.unlisted(),
                typed.length() <= LONGEST_TEXT_KEPT ? typed : "");
    }

    private static Collection<String> without(List<String> numbers, Set<String> own) {
        var others = new LinkedHashSet<>(numbers);
        others.removeAll(own);
        return others;
    }

    public boolean isMissing() {
        return own.isEmpty() && isComplete();
    }

    /** @return whether every entered number can be locked */
    public boolean isComplete() {
        return foreign.isEmpty() && problems.isEmpty();
    }

    public List<NumberRange> getForeignShown() {
        return foreign.subList(0, Math.min(SHOWN, foreign.size()));
    }

    public int getForeignUnlisted() {
        return foreign.size() - getForeignShown().size();
    }

    public List<NumberProblem> getProblemsShown() {
        return problems.subList(0, Math.min(SHOWN, problems.size()));
    }

    public int getProblemsUnlisted() {
        return problems.size() - getProblemsShown().size() + unlisted;
    }
}
