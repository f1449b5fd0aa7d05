package org.portcullis.testing;

import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The portal and the database of a test: a packaged portal that was set for its thread, else the one in the test's own
 * process.
 *
 * @param portal the address, or null if the test starts portals itself
 * @param database the JDBC URL
 */
public record Surroundings(String portal, String database) {

    /** Inherited by the threads that a test starts. */
    private static final ThreadLocal<Surroundings> PACKAGED = new InheritableThreadLocal<>();

    /** Sets the surroundings of this thread. */
    public static void enter(Surroundings surroundings) {
        PACKAGED.set(surroundings);
    }

    public static void leave() {
        PACKAGED.remove();
    }

    /** @return the address of the portal */
    public static String portalUrl() {
        var packaged = PACKAGED.get();
        return packaged == null ? ConfigProvider.getConfig().getValue("test.url", String.class) : packaged.portal;
    }

    static String databaseUrl() {
        var packaged = PACKAGED.get();
        return packaged == null ? System.getProperty(TestDatabase.URL) : packaged.database;
    }
}
