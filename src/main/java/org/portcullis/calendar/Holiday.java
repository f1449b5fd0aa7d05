package org.portcullis.calendar;

/**
 * A public holiday on which no numbers are ported: by 5 U.S.C. 6103 in the United States, by L3133-1 Code du travail in
 * France, by section 166 of the Canada Labour Code, which binds carriers, in Canada.
 */
public enum Holiday {
    NEW_YEAR("NEW_YEAR"),
    MARTIN_LUTHER_KING("MARTIN_LUTHER_KING"),
    WASHINGTONS_BIRTHDAY("PRESIDENTS_DAY"),
    MEMORIAL_DAY("MEMORIAL_DAY"),
    JUNETEENTH("JUNETEENTH"),
    INDEPENDENCE_DAY("INDEPENDENCE_DAY"),
    LABOR_DAY("LABOUR_DAY"),
    COLUMBUS_DAY("COLUMBUS_DAY"),
    VETERANS_DAY("VETERANS_DAY"),
    THANKSGIVING("THANKSGIVING"),
    CHRISTMAS("CHRISTMAS"),
    EASTER_MONDAY("christian.EASTER_MONDAY"),
    VICTORY_DAY("VICTORY_DAY"),
    ASCENSION("christian.ASCENSION_DAY"),
    WHIT_MONDAY("christian.WHIT_MONDAY"),
    BASTILLE_DAY("NATIONAL_DAY"),
    ASSUMPTION("ASSUMPTION_MARY"),
    ALL_SAINTS("ALL_SAINTS"),
    ARMISTICE("ARMISTICE"),
    GOOD_FRIDAY("christian.GOOD_FRIDAY"),
    VICTORIA_DAY("VICTORIA_DAY"),
    CANADA_DAY("CANADA_DAY"),
    TRUTH_AND_RECONCILIATION("TRUTH_RECONCILIATION_DAY"),
    REMEMBRANCE_DAY("REMEMBRANCE"),
    BOXING_DAY("BOXING_DAY");

    private final String libraryKey;

    Holiday(String libraryKey) {
        this.libraryKey = libraryKey;
    }

    /** @return Jollyday's key for the holiday */
    String libraryKey() {
        return libraryKey;
    }
}
