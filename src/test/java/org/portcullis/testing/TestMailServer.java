package org.portcullis.testing;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A mail server that stores e-mails, for tests to fetch by POP3. */
public class TestMailServer implements QuarkusTestResourceLifecycleManager {

    static final String POP3_PORT = "portal.test.pop3";

    private GreenMail server;

    @Override
    public Map<String, String> start() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)});
        server.start();
        server.getUserManager().setMessageDeliveryHandler((message, address) -> mailbox(address.getEmail()));
        System.setProperty(POP3_PORT, String.valueOf(server.getPop3().getPort()));
        return Map.of("quarkus.mailer.mock", "false", "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", String.valueOf(server.getSmtp().getPort()));
    }

    /** Synchronized: the mail server fails if two mailboxes are created at once, and portals then wait a minute. */
    private synchronized GreenMailUser mailbox(String address) throws UserException {
        var user = server.getUserManager().getUserByEmail(address);
        return user == null ? server.getUserManager().createUser(address, address, address) : user;
    }

    @Override
    public void stop() {
        server.stop();
    }
}
