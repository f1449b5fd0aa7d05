package org.portcullis.portout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the countdown to an automatic approval. */
@MessageBundle("silence")
public interface AutoApprovalMessages {

    @Message
    String title();

    @Message
    String titleAnew();

    @Message
    String anew();

    @Message
    String until(String when);

    @Message
    String left(String hours, String minutes);

    @Message
    String over();

    @Message
    String then();

    @Message
    String thenOver();
}
