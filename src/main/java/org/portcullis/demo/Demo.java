package org.portcullis.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.portcullis.settings.Settings;

/** Whether this is the demo, and with which accounts, for the frame of every page and the sign-in page. */
@Named("demo")
@ApplicationScoped
public class Demo {

    static final String PASSWORD = "portcullis-demo";
    static final String CASCADE_ADMIN = "admin@cascade.example";
    static final String CASCADE_VIEWER = "viewer@cascade.example";
    static final String LUMIERE_ADMIN = "admin@lumiere.example";
    static final String DESK = "desk@portcullis.example";
    static final String CASCADE_ADMIN_NAME = "Cascade admin";
    static final String CASCADE_VIEWER_NAME = "Cascade viewer";
    static final String LUMIERE_ADMIN_NAME = "Admin Lumière";
    static final String DESK_NAME = "Desk agent";
    static final String BANDWIDTH_NAME = "Bandwidth";
    static final String BANDWIDTH_USERNAME = "bandwidth-demo";
    static final String API_NAME = "Evergreen Wireless";
    static final String API_USERNAME = "api-demo";
    /** Of both carriers; as public as the accounts' password. */
    static final String CARRIER_SECRET = "portcullis-demo-carrier";

    private final boolean on;

    /** For the client proxy. */
    Demo() {
        this.on = false;
    }

    @Inject
    Demo(Settings settings) {
        this.on = settings.demo();
    }

    public boolean isOn() {
        return on;
    }

    public String getPassword() {
        return PASSWORD;
    }

    public String getCascadeAdmin() {
        return CASCADE_ADMIN;
    }

    public String getCascadeViewer() {
        return CASCADE_VIEWER;
    }

    public String getLumiereAdmin() {
        return LUMIERE_ADMIN;
    }

    public String getDesk() {
        return DESK;
    }
}
