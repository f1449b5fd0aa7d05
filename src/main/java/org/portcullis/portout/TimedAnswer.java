package org.portcullis.portout;

import java.util.concurrent.CompletionStage;

/**
 * What the asker is told, and when: a PIN that was not looked at is answered no sooner than a wrong one.
 *
 * @param due what comes to its end when the asker may be told
 */
public record TimedAnswer(Answer answer, CompletionStage<Void> due) {
}
