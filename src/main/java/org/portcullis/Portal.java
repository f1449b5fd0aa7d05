package org.portcullis;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.portcullis.trail.VerifyTrail;
import org.portcullis.web.AddressCheck;

/** Where the process begins: the portal, or the one command beside it. */
@QuarkusMain
public final class Portal {

    private Portal() {
    }

    /** @param arguments none for the portal; {@code verify-trail} to look whether the audit trail is whole */
    public static void main(String... arguments) {
        AddressCheck.replaceTheOneOfQuarkus();
        if (arguments.length == 0) {
            Quarkus.run();
        } else if (arguments.length == 1 && VerifyTrail.COMMAND.equals(arguments[0])) {
            VerifyTrail.start();
        } else {
            System.err.println("Unknown command. There is only: " + VerifyTrail.COMMAND
                    + "; settings are written as -Dname=value before -jar. Without a command the portal starts.");
            System.exit(VerifyTrail.NOT_VERIFIED);
        }
    }
}
