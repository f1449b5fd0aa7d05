package org.portcullis.lock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.organization.Organization;
import org.portcullis.web.http.Addresses;

/**
 * The page of an organization's locks.
 *
 * @param recent whether the reader has just entered the password, and so may remove locks
 * @param whole the lock on the whole organization, or null
 * @param locks one page of the locks on single numbers
 * @param count how many locks on single numbers there are
 * @param page from 1
 * @param entry the entered numbers that could not be locked
 * @param problem why a form was not accepted, or null
 * @param done what was just done, each with a count of numbers
 */
public record LocksPage(Organization organization, Person reader, boolean recent, PortOutLock whole,
        List<PortOutLock> locks, long count,
        int page, int pages, LockEntry entry, Problem problem, Map<LockFlash, Integer> done) {

    private static final int PAGE_SIZE = 100;

    /** Why a form was not accepted. */
    public enum Problem {
        NOTHING_TYPED, NOTHING_CHOSEN
    }

    static LocksPage of(Organization organization, Person reader, boolean recent, int asked) {
        long count = PortOutLock.countNumbers(organization.id);
        int pages = (int) Math.max(1, (count + PAGE_SIZE - 1) / PAGE_SIZE);
        int page = Math.min(asked, pages);
        return new LocksPage(organization, reader, recent, PortOutLock.whole(organization.id).orElse(null),
                PortOutLock.ofNumbers(organization.id, page - 1, PAGE_SIZE), count, page, pages, LockEntry.NOTHING,
                null, Map.of());
    }

    LocksPage told(Map<LockFlash, Integer> counts) {
        return new LocksPage(organization, reader, recent, whole, locks, count, page, pages, entry, problem, counts);
    }

    LocksPage refused(Problem why) {
        return new LocksPage(organization, reader, recent, whole, locks, count, page, pages, entry, why, done);
    }

    /** Some of the entered numbers could not be locked. */
    LocksPage refused(LockEntry typed, Map<LockFlash, Integer> counts) {
        return new LocksPage(organization, reader, recent, whole, locks, count, page, pages, typed, null, counts);
    }

    public boolean isFailed() {
        return problem != null || !entry.isComplete();
    }

    /** @return whether the reader may set locks, and remove them after entering the password */
    public boolean isEditable() {
        return reader.isAdmin() || reader.isDesk();
    }

    public String getAddress() {
        return address("", 1);
    }

    public String getNumbersAddress() {
        return address("/numbers", 1);
    }

    public String getRemovalAddress() {
        return address("/removal", 1);
    }

    public String getPreviousAddress() {
        return address("", page - 1);
    }

    public String getNextAddress() {
        return address("", page + 1);
    }

    private String address(String below, int shown) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("organization", reader.isDesk() ? organization.id.toString() : "");
        parameters.put("numbers", shown > 1 ? String.valueOf(shown) : "");
        return Addresses.with(LockResource.PATH + below, parameters);
    }
}
