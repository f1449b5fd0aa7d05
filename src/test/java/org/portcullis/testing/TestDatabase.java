package org.portcullis.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.h2.tools.Server;
import org.portcullis.limit.CostlyWork;
import org.portcullis.settings.TestKeys;

/** An H2 in memory that both the portal, in this process or in another one, and the test reach. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    /** Where the tests of a portal in this process find its database, whichever it is. */
    static final String URL = "portal.test.database";

    private Server server;

    /** @return its JDBC address */
    public String open() {
        try {
            server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:portcullis"
                + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    }

    @Override
    public Map<String, String> start() {
        var url = open();
        System.setProperty(URL, url);
        return settings(url);
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** What any portal under test needs, packaged or not. */
    public static Map<String, String> settings(String url) {
        var settings = new HashMap<String, String>();
        settings.put("quarkus.datasource.jdbc.url", url);
        settings.put("portcullis.session.key", "dGVzdC1zZXNzaW9uLWtleS1mb3ItdGVzdHMtb25seS0wMDE=");
        settings.put("portcullis.pin.keys", TestKeys.written(TestKeys.OF_PORTALS));
        settings.put("portcullis.audit.keys", "test:dGVzdC1hdWRpdC1rZXktZm9yLXRlc3RzLW9ubHktMDAwMDE=");
        settings.put("portcullis.notice.every", "1s");
        settings.put("portcullis.order.pending-every", "1s");
        settings.put("portcullis.sign-in.address-failures", "15");
        // Tests do within a minute what people do in a day.
        for (CostlyWork work : CostlyWork.values()) {
            settings.put("portcullis.limit." + work.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".per-minute",
                    "100000");
        }
        settings.put("quarkus.log.console.json.enabled", "false");
        settings.put("quarkus.management.port", "0");
        settings.put("quarkus.management.test-port", "0");
        return settings;
    }
}
