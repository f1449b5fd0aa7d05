package org.portcullis.trail;

import java.util.Arrays;
import java.util.Optional;

/** Words that entries hold as constants in their details. */
enum DetailWord {
    DRAFT, PROCESSING, CONTACTING_CARRIER, TRANSFER_APPROVED, TRANSFER_PENDING, ACTION_REQUIRED, PARTIALLY_COMPLETED, COMPLETED,
    CANCELLED, DISCARDED, LOA, BILL, ENDS_CHANGED, SHORTENED, ENTRY_MISSING, FOUND_BEFORE_PRUNING, SOUND, TAMPERED, KEY_MISSING,
    UNFINISHED, UNDECIDED, UNTOLD, ADMIN, VIEWER, DESK, NAME, COUNTRY, TIME_ZONE, STREET, CITY, REGION, ZIP, BTN, ACCOUNT_NUMBERS;

    static Optional<DetailWord> byName(String name) {
        return Arrays.stream(values()).filter(word -> word.name().equals(name)).findFirst();
    }
}
