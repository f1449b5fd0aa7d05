package org.portcullis.calendar;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Explains the earliest possible date. */
@MessageBundle("businessday")
interface BusinessDayMessages {

    @Message
    String countsToday();

    @Message
    String afterCutOff(String day);

    @Message
    String noBusinessDay(String day);

    @Message
    String simple();

    @Message
    String other(int days);

    @Message
    String notCounted();

    @Message
    String holiday(Holiday holiday);

    @Message
    String closed();

    /** For a requested date. */
    @Message
    String isWeekend(String day);

    @Message
    String isHoliday(String day, String holiday);

    @Message
    String isClosed(String day);

    @Message
    String nextPossible(String day);
}
