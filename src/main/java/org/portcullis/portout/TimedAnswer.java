package org.portcullis.portout;

import java.util.concurrent.CompletionStage;

/**
 * An answer with its time: an answer without a PIN comparison is sent no sooner than one to a wrong PIN.
 *
 * @param due completes when the answer may be sent
 */
public record TimedAnswer(Answer answer, CompletionStage<Void> due) {
}
