package org.portcullis.settings;

/** An address of the portal as people outside of it reach it, for e-mails and the log. */
public final class SiteUrl {

    private SiteUrl() {
    }

    /** @param path starts with a slash */
    public static String of(Settings settings, String path) {
        return settings.baseUrl().toString().replaceFirst("/+$", "") + path;
    }
}
