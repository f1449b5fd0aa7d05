package org.portcullis.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.portcullis.testing.PostgresDatabase;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.TestDatabase;
import org.portcullis.testing.TestMailServer;

/** Starts one packaged portal for the tests of all classes that ask for its database, and leads them to it. */
abstract class SharedPortal implements TestInstancePreConstructCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(SharedPortal.class);

    /** What runs until the last test has ended. */
    private record Running(PackagedPortal portal, String database, Runnable closing) implements AutoCloseable {

        @Override
        public void close() {
            portal.close();
            closing.run();
        }
    }

    /** A mail server for the portals of all databases. */
    private record Mail(TestMailServer server, Map<String, String> settings) implements AutoCloseable {

        static Mail start() {
            var server = new TestMailServer();
            return new Mail(server, server.start());
        }

        @Override
        public void close() {
            server.stop();
        }
    }

    /** Before the test's own fields are set, some of which are rows in the database. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        var store = context.getRoot().getStore(NAMESPACE);
        var mail = store.getOrComputeIfAbsent(Mail.class, key -> Mail.start(), Mail.class);
        var running = store.getOrComputeIfAbsent(getClass(), key -> start(mail.settings()), Running.class);
        Surroundings.enter(new Surroundings(running.portal().url(), running.database()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Surroundings.leave();
    }

    abstract Running start(Map<String, String> mail);

    private static Running running(PackagedPortal portal, String database, Runnable closing) {
        return new Running(portal.awaitReady(), database, closing);
    }

    private static Map<String, String> settings(String database, Map<String, String> mail) {
        var settings = new HashMap<>(TestDatabase.settings(database));
        settings.putAll(mail);
        return settings;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("portal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class OfH2 extends SharedPortal {

        @Override
        Running start(Map<String, String> mail) {
            var database = new TestDatabase();
            var url = database.open();
            return running(PackagedPortal.start(folder(), settings(url, mail)), url, database::stop);
        }
    }

    static final class OfPostgres extends SharedPortal {

        @Override
        Running start(Map<String, String> mail) {
            var database = new PostgresDatabase();
            var url = database.open();
            return running(PackagedPortal.startOnPostgres(folder(), settings(url, mail)), url, database::stop);
        }
    }
}
