package org.portcullis.numbers;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts for the faults of a list of telephone numbers, and how to correct them. */
@MessageBundle("numbers")
public interface NumberMessages {

    @Message
    String fault(NumberFault fault);

    @Message
    String remark(NumberRemark remark);

    /** Precedes the numbers of the lines that a remark is about. */
    @Message
    String remarkLines(int count);

    /** For numbers beyond the limit, and for ranges: how many numbers are affected. */
    @Message
    String count(int count, String formatted);

    /** For a long list of problems: how many more there are. */
    @Message
    String unlisted(int count, String formatted);
}
