package org.portcullis.demo;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words that only the demo needs. */
@MessageBundle("demo")
interface DemoMessages {

    @Message
    String title();

    @Message
    String intro(String password);

    @Message
    String cascadeAdmin();

    @Message
    String cascadeViewer();

    @Message
    String lumiereAdmin();

    @Message
    String desk();

    @Message
    String mails();
}
