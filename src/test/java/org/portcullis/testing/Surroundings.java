package org.portcullis.testing;

import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where a test finds its portal and the database behind it: a packaged one that its thread was led to, else the one in
 * the test's own process.
 *
 * @param portal the address, or null where a test starts portals itself
 * @param database the JDBC address
 */
public record Surroundings(String portal, String database) {

    /** Inherited by the threads that a test starts. */
    private static final ThreadLocal<Surroundings> PACKAGED = new InheritableThreadLocal<>();

    /** Leads the tests of this thread there. */
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
