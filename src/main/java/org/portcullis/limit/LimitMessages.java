package org.portcullis.limit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.portcullis.limit.LimitReachedException.Reason;

/** What a form says that was sent too often, or with too many others. */
@MessageBundle("limit")
interface LimitMessages {

    @Message
    String reason(Reason reason);

    @Message
    String again(long seconds);

    @Message
    String files();
}
