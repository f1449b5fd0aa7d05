package org.portcullis.numbers;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is wrong with a part of a list of telephone numbers, and what to do about it. */
@MessageBundle("numbers")
public interface NumberMessages {

    @Message
    String fault(NumberFault fault);

    @Message
    String remark(NumberRemark remark);

    /** Before the numbers of the lines that a remark is about. */
    @Message
    String remarkLines(int count);

    /** Of numbers beyond the limit, and of ranges: how many numbers it is about. */
    @Message
    String count(int count, String formatted);

    /** Of a long list of problems: how many more there are. */
    @Message
    String unlisted(int count, String formatted);
}
