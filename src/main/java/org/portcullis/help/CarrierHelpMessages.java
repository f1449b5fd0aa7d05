package org.portcullis.help;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the help article for carriers. */
@MessageBundle("carrierhelp")
interface CarrierHelpMessages {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String needTitle();

    @Message
    String restricted();

    @Message
    String need1();

    @Message
    String need2();

    @Message
    String need3();

    @Message
    String need4();

    @Message
    String waysTitle();

    @Message
    String waysIntro();

    @Message
    String bandwidthTitle();

    @Message
    String bandwidth1();

    @Message
    String bandwidth2();

    @Message
    String code();

    @Message
    String meaning();

    @Message
    String code7510();

    @Message
    String code7511();

    @Message
    String code7512();

    @Message
    String code7513();

    @Message
    String code7514();

    @Message
    String code7515();

    @Message
    String code7516();

    @Message
    String code7517();

    @Message
    String code7518();

    @Message
    String code7519();

    @Message
    String code7598();

    @Message
    String apiTitle();

    @Message
    String api1();

    @Message
    String apiLink();

    @Message
    String reasonsIntro();

    @Message
    String name();

    @Message
    String deskTitle();

    @Message
    String desk1();

    @Message
    String refusedTitle();

    @Message
    String refused1();

    @Message
    String refused2();

    @Message
    String retryTitle();

    @Message
    String retry1();

    @Message
    String guessTitle();

    @Message
    String guess1(String longest);

    @Message
    String guess2();

    @Message
    String contact();
}
