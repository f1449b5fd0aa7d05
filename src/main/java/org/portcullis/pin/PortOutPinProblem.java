package org.portcullis.pin;

/** Why a new port-out PIN is refused. */
public enum PortOutPinProblem {
    /** It does not have 6 to 10 ASCII digits, or as many as the settings require. */
    FORMAT,
    /** The field is blank although a PIN is set: a PIN can be changed, but not removed. */
    BLANKED,
    /** It is easy to guess, and the provider refuses such PINs. */
    GUESSABLE,
    /** Another user changed the PIN after the form was shown. */
    CHANGED_MEANWHILE,
    /** It is the PIN that can't be used any more. */
    ENDED
}
