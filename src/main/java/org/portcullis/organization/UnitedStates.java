package org.portcullis.organization;

import java.util.Set;

/** How addresses are written there: states in the two letters of the postal service, ZIP codes in five or nine digits. */
public final class UnitedStates {

    /** ISO 3166-1 alpha-2. */
    public static final String CODE = "US";

    /** With the district, the territories and the armed forces (USPS Publication 28, appendix B). */
    private static final Set<String> STATES = Set.of(
            "AA", "AE", "AK", "AL", "AP", "AR", "AS", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "FM", "GA", "GU", "HI",
            "IA", "ID",
            "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MH", "MI", "MN", "MO", "MP", "MS", "MT", "NC", "ND", "NE",
            "NH", "NJ",
            "NM", "NV", "NY", "OH", "OK", "OR", "PA", "PR", "PW", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VI", "VT",
            "WA", "WI",
            "WV", "WY");

    private UnitedStates() {
    }

    public static boolean isState(String code) {
        return STATES.contains(code);
    }

    /** @return whether it is written {@code 98101} or {@code 98101-1234} */
    public static boolean isZip(String text) {
        return text.matches("[0-9]{5}(-[0-9]{4})?");
    }
}
