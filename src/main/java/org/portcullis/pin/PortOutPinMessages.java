package org.portcullis.pin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the port-out PIN: its rules, its panel, and the e-mails about it. */
@MessageBundle("pin")
public interface PortOutPinMessages {

    @Message
    String heading();

    @Message
    String link();

    @Message
    String field();

    @Message
    String rule(int minimum, int maximum);

    @Message
    String rulesTitle();

    @Message
    String ruleLength(int minimum, int maximum);

    @Message
    String ruleDigits();

    @Message
    String ruleGuessable();

    @Message
    String problem(PortOutPinProblem problem);

    @Message
    String weakness(Weakness weakness);

    @Message
    String weakTitle();

    @Message
    String weakAdvice();

    @Message
    String notSet();

    @Message
    String notSetButNotRequired();

    @Message
    String set();

    @Message
    String setWhen(String when, String who);

    @Message
    String saved();

    @Message
    String changedMeanwhileBy(String when, String who);

    @Message
    String notInUnitedStates();

    @Message
    String notInUnitedStatesAdvice();

    @Message
    String onlyAdmins();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String generate();

    @Message
    String generated();

    @Message
    String show();

    @Message
    String hide();

    @Message
    String met();

    @Message
    String notMet();

    @Message
    String neverShown();

    @Message
    String tellTitle();

    @Message
    String tell();

    @Message
    String zip();

    @Message
    String helpLink();

    @Message
    String close();

    @Message
    String setSubject(String organization);

    @Message
    String changedSubject(String organization);

    @Message
    String mailGreeting(String name);

    @Message
    String mailSet(String who, String organization, String when);

    @Message
    String mailChanged(String who, String organization, String when);

    @Message
    String mailAdvice();

    @Message
    String mailNever();

    @Message
    String newsSubject(String organization, String news);

    @Message
    String news(PinNews news);

    @Message
    String mailCompromised(String who, String organization, String when);

    @Message
    String mailUsed(String organization, String when);

    @Message
    String mailOld(String organization, String day);

    @Message
    String mailExpiresSoon(String organization, String when);

    @Message
    String mailExpired(String organization, String when);

    @Message
    String mailNewsAdvice(PinNews news);

    @Message
    String unusableTitle();

    @Message
    String compromisedBy(String when, String who);

    @Message
    String usedWhen(String when);

    @Message
    String expiredWhen(String when);

    @Message
    String expiresWhen(String when);

    @Message
    String onceOnly();

    @Message
    String againTitle();

    @Message
    String again();

    @Message
    String againLink();

    @Message
    String compromised();

    @Message
    String compromisedWhy();

    @Message
    String compromisedTitle();

    @Message
    String compromisedMeans();

    @Message
    String compromisedDone();

    @Message
    String locksLink();
}
