package org.portcullis.portout.carrier;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of carriers and their credentials. */
@MessageBundle("carrier")
interface CarrierMessages {

    @Message
    String navigation();

    @Message
    String heading();

    @Message
    String intro();

    @Message
    String newCarrier();

    @Message
    String name();

    @Message
    String nameHint();

    @Message
    String protocol();

    @Message
    String protocolName(Protocol protocol);

    @Message
    String protocolMeaning(Protocol protocol);

    @Message
    String standing();

    @Message
    String state(SecretState state);

    @Message
    String carrierState(SecretState state);

    @Message
    String lastUsed();

    @Message
    String never();

    @Message
    String emptyTitle();

    @Message
    String emptyAdvice();

    @Message
    String back();

    @Message
    String newHeading();

    @Message
    String newIntro();

    @Message
    String create();

    @Message
    String cancel();

    @Message
    String problem(CarrierProblem problem);

    @Message
    String madeTitle();

    @Message
    String madeAdvice();

    @Message
    String username();

    @Message
    String secret();

    @Message
    String key();

    @Message
    String keyHint();

    @Message
    String address();

    @Message
    String copyHint();

    @Message
    String copied();

    @Message
    String facts();

    @Message
    String created();

    @Message
    String byWhen(String who, String when);

    @Message
    String revoked();

    @Message
    String credentials();

    @Message
    String until(String when);

    @Message
    String action();

    @Message
    String revokeOne();

    @Message
    String about(String username);

    @Message
    String rotate();

    @Message
    String readmit();

    @Message
    String rotateIntro();

    @Message
    String readmitIntro();

    @Message
    String overlap();

    @Message
    String overlapName(Overlap overlap);

    @Message
    String overlapMeaning(Overlap overlap);

    @Message
    String make();

    @Message
    String revokeAll();

    @Message
    String revokeAllIntro();

    @Message
    String revokeOneHeading(String username);

    @Message
    String revokeAllHeading(String name);

    @Message
    String revocationMeaning();

    @Message
    String revocationLast(String name);

    @Message
    String silence();

    @Message
    String restriction();

    @Message
    String restrictionIntro();

    @Message
    String change();

    @Message
    String ranges();

    @Message
    String rangesHint();

    @Message
    String everywhere();

    @Message
    String rangeProblem(String line, String problem);

    @Message
    String proof();

    @Message
    String proofName(RequiredProof proof);

    @Message
    String proofMeaning(RequiredProof proof);

    @Message
    String certificateAlone();

    @Message
    String save();

    @Message
    String keptOut();

    @Message
    String keptOutFor(RestrictionRefusal reason);

    @Message
    String keptOutFrom(String address, String when);

    @Message
    String certificates();

    @Message
    String noCertificate();

    @Message
    String certificatesIntro();

    @Message
    String certificateNew();

    @Message
    String certificateText();

    @Message
    String certificateHint();

    @Message
    String register();

    @Message
    String subject();

    @Message
    String issuer();

    @Message
    String validity();

    @Message
    String fromTo(String from, String to);

    @Message
    String notShownYet();

    @Message
    String fingerprint();

    @Message
    String remove();

    @Message
    String removeHeading();

    @Message
    String removalMeaning();

    @Message
    String certificatesEnd(String name, String when);

    @Message
    String withoutCertificate();

    @Message
    String flash(CarrierFlash flash);
}
