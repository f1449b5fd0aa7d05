package org.portcullis.audit.desk;

import java.util.Map;
import java.util.stream.Stream;
import org.portcullis.job.Job;
import org.portcullis.job.JobItem;
import org.portcullis.job.JobRunner;

/** What a verification came to, as far as it is. */
record VerificationResult(Job work, Map<String, Long> sections) {

    private static final int MOST_SECTIONS = 100_000;

    static VerificationResult of(Job work) {
        return new VerificationResult(work, JobItem.counts(work.id));
    }

    public boolean isTampered() {
        return sections.containsKey(DetailWord.TAMPERED.name());
    }

    public boolean isKeyMissing() {
        return sections.containsKey(DetailWord.KEY_MISSING.name());
    }

    /** @return whether something is wrong that recorded restores of the database explain, and nothing else */
    public boolean isRestored() {
        return isFinished() && sections.containsKey(DetailWord.RESTORED.name()) && !isTampered() && !isKeyMissing()
                && !isFailed();
    }

    /** @return whether a part could not be read, however often that was tried */
    public boolean isFailed() {
        return sections.containsKey(JobRunner.FAILED);
    }

    public boolean isFinished() {
        return work.finishedAt != null;
    }

    public boolean isSound() {
        return isFinished() && !isTampered() && !isKeyMissing() && !isFailed() && !isRestored();
    }

    /** @return how many things are wrong, also those that are not listed */
    public long getTotal() {
        return Stream.of(DetailWord.TAMPERED, DetailWord.KEY_MISSING, DetailWord.RESTORED)
                .flatMap(outcome -> JobItem.of(work.id, outcome.name(), 0, MOST_SECTIONS).stream())
                .mapToLong(section -> Long.parseLong(section.detail)).sum();
    }

    public String getAddress() {
        return VerificationResource.PATH + "/" + work.id;
    }
}
