package org.portcullis.portout.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The column titles of the yearly counts. */
@MessageBundle("portoutcount")
public interface CountMessages {

    @Message
    String link();

    @Message
    String file();

    @Message
    String year();

    @Message
    String requests();

    @Message
    String successful();

    @Message
    String failed();

    @Message
    String awaiting();

    @Message
    String fraudulent();

    @Message
    String reported();
}
