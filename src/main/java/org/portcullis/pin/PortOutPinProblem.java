package org.portcullis.pin;

/** Why a port-out PIN is not taken. */
public enum PortOutPinProblem {
    /** Not 6 to 10 (as set) ASCII digits. */
    FORMAT,
    /** Blank, while one is set: it can be changed, never removed. */
    BLANKED,
    /** Easy to guess, where the provider refuses that. */
    GUESSABLE,
    /** Somebody else changed it since the form was shown. */
    CHANGED_MEANWHILE,
    /** It is the one that can't be used any more. */
    ENDED
}
