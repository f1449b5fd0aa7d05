package org.portcullis.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.h2.tools.Server;
import org.portcullis.limit.CostlyWork;
import org.portcullis.settings.TestKeys;

/** An in-memory H2 database that the test and the portal, in this process or another, share. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    /** The system property with the database URL for a portal in this process, H2 or PostgreSQL. */
    static final String URL = "portal.test.database";

    private Server server;

    /** @return its JDBC URL */
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

    /** The settings that any portal under test needs, packaged or not. */
    public static Map<String, String> settings(String url) {
        var settings = new HashMap<String, String>();
        settings.put("quarkus.datasource.jdbc.url", url);
        settings.put("portcullis.session.key", "dGVzdC1zZXNzaW9uLWtleS1mb3ItdGVzdHMtb25seS0wMDE=");
        settings.put("portcullis.pin.keys", TestKeys.written(TestKeys.OF_PORTALS));
        settings.put("portcullis.audit.keys", "test:dGVzdC1hdWRpdC1rZXktZm9yLXRlc3RzLW9ubHktMDAwMDE=");
        settings.put("portcullis.notice.every", "1s");
        settings.put("portcullis.order.pending-every", "1s");
        settings.put("portcullis.sign-in.address-failures", "15");
        // Tests do within a minute what people do in a day, so the limits are raised.
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
