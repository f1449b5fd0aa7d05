package org.portcullis.portout.desk;

import java.util.Map;
import org.portcullis.portout.guess.Guessing;
import org.portcullis.web.http.Addresses;

/** Guessing whose limit the desk may lift, with the address for that. */
record LiftableGuessing(Guessing guessing) {

    public String getAddress() {
        return Addresses.with(GuessingResource.PATH, Map.of("subject", guessing.subject()));
    }
}
