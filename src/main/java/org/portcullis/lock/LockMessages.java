package org.portcullis.lock;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of port-out locks: their page, and the e-mails about them. */
@MessageBundle("lock")
public interface LockMessages {

    @Message
    String setSubject(String organization);

    @Message
    String removedSubject(String organization);

    @Message
    String mailChange(LockChange change);

    @Message
    String mailBy(String organization, String who, String when);

    @Message
    String mailAt(String organization, String when);

    @Message
    String mailMore(int count);

    @Message
    String mailMeansSet();

    @Message
    String mailMeansRemoved();

    @Message
    String mailAdviceSet();

    @Message
    String mailAdviceRemoved();
}
