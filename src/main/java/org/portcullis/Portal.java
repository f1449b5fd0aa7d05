package org.portcullis;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.portcullis.account.SetUpCommand;
import org.portcullis.audit.desk.RecordRestore;
import org.portcullis.audit.desk.VerifyTrail;
import org.portcullis.web.http.AddressCheck;

/** Where the process begins: the portal, or a command beside it. */
@QuarkusMain
public final class Portal {

    private Portal() {
    }

    /**
     * @param arguments none for the portal; {@code verify-trail} to look whether the audit trail is whole; {@code
     *        record-restore} with a moment, a name and a reason to record that the database was restored; {@code set-up-link} for a new
     *        link to the first account
     */
    public static void main(String... arguments) {
        AddressCheck.replaceTheOneOfQuarkus();
        if (arguments.length == 0) {
            Quarkus.run();
        } else if (arguments.length == 1 && VerifyTrail.COMMAND.equals(arguments[0])) {
            VerifyTrail.start();
        } else if (RecordRestore.COMMAND.equals(arguments[0])) {
            RecordRestore.start(arguments);
        } else if (arguments.length == 1 && SetUpCommand.COMMAND.equals(arguments[0])) {
            SetUpCommand.start();
        } else {
            System.err.println("Unknown command. There are: "
                    + String.join(", ", VerifyTrail.COMMAND, SetUpCommand.COMMAND, RecordRestore.COMMAND)
                    + "; settings are written as -Dname=value before -jar. Without a command the portal starts.");
            System.exit(VerifyTrail.NOT_VERIFIED);
        }
    }
}
