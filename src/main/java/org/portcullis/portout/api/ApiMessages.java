package org.portcullis.portout.api;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.portout.Verdict;

/** The texts of the API's answers, for readers of a log or a screen. */
@MessageBundle("api")
interface ApiMessages {

    @Message
    String verdict(Verdict verdict);

    @Message
    String title(Problem problem);

    @Message
    String detail(Problem problem);

    @Message
    String fault(Fault fault);
}
