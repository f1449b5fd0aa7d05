package org.portcullis.demo;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.portcullis.account.Role;
import org.portcullis.account.User;
import org.portcullis.calendar.BusinessDays;
import org.portcullis.organization.Address;
import org.portcullis.organization.Organization;
import org.portcullis.organization.TelephoneNumber;
import org.portcullis.portout.carrier.Carriers;
import org.portcullis.portout.carrier.Protocol;
import org.portcullis.settings.InvalidSettingException;
import org.portcullis.settings.Settings;

/** Fills an empty database for the demo, whole or not at all, and keeps demo and real databases apart. */
@ApplicationScoped
class DemoLoader {

    private static final Logger LOG = Logger.getLogger(DemoLoader.class);

    private final Settings settings;
    private final BusinessDays businessDays;
    private final Carriers carriers;
    private final Clock clock;

    DemoLoader(Settings settings, BusinessDays businessDays, Carriers carriers, Clock clock) {
        this.settings = settings;
        this.businessDays = businessDays;
        this.carriers = carriers;
        this.clock = clock;
    }

    /**
     * Before anything that asks whether there is an account.
     *
     * @throws InvalidSettingException if the demo is on for a real database, or off for the demo's
     */
    @Transactional
    void load(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
        if (settings.verifyTrail()) {
            return;
        }
        var isDemoDatabase = User.byEmail(Demo.DESK).isPresent();
        if (!settings.demo()) {
            if (isDemoDatabase) {
                throw new InvalidSettingException("This database holds the demo's accounts, whose password is public. "
                        + "Start with another portcullis.data-directory, or with the profile demo");
            }
            return;
        }
        if (!isDemoDatabase) {
            if (User.existAny()) {
                throw new InvalidSettingException("The demo is on, but this database holds real accounts. "
                        + "Start without the profile demo, or with another portcullis.data-directory");
            }
            fill();
            LOG.info("Made the demo's organizations, accounts and orders");
        }
        admitCarriers();
        LOG.infof("This is the demo: sign in at %s; the accounts are on that page", settings.baseUrl());
    }

    private void fill() {
        var now = clock.instant();
        var cascade = organization("Cascade Freight", "US", "America/Los_Angeles", "4471-90382",
                Address.of("1200 Alaskan Way, Suite 400", "Seattle", "WA", "98101"));
        var lumiere = organization("Atelier Lumière", "FR", "Europe/Paris", "AL-20514",
                Address.of("18 rue de la République", "Lyon", null, "69002"));
        for (int line = 100; line < 200; line++) {
            TelephoneNumber.give("+12065550" + line, cascade);
        }
        cascade.btn = "+12065550100";
        for (int line = 1000; line < 1020; line++) {
            TelephoneNumber.give("+3346571" + line, lumiere);
        }
        User.create(Demo.CASCADE_ADMIN, Demo.CASCADE_ADMIN_NAME, Role.ADMIN, cascade, Demo.PASSWORD, now);
        User.create(Demo.CASCADE_VIEWER, Demo.CASCADE_VIEWER_NAME, Role.VIEWER, cascade, Demo.PASSWORD, now);
        User.create(Demo.LUMIERE_ADMIN, Demo.LUMIERE_ADMIN_NAME, Role.ADMIN, lumiere, Demo.PASSWORD,
                now).language = Locale.FRANCE.toLanguageTag();
        User.create(Demo.DESK, Demo.DESK_NAME, Role.DESK, null, Demo.PASSWORD, now);
        new DemoOrders(now, businessDays).create(cascade, lumiere);
    }

    /** Also into a demo that was made before carriers could ask. */
    private void admitCarriers() {
        var desk = User.byEmail(Demo.DESK).orElseThrow().asActor();
        carriers.createKnown(Demo.BANDWIDTH_NAME, Protocol.BANDWIDTH, Demo.BANDWIDTH_USERNAME, Demo.CARRIER_SECRET,
                desk);
        carriers.createKnown(Demo.API_NAME, Protocol.API, Demo.API_USERNAME, Demo.CARRIER_SECRET, desk);
    }

    private static Organization organization(String name, String country, String zone, String account,
            Address address) {
        var organization = new Organization();
        organization.id = UUID.randomUUID();
        organization.name = name;
        organization.country = country;
        organization.timeZone = ZoneId.of(zone);
        organization.accountNumbers.add(account);
        organization.address = address;
        organization.persist();
        return organization;
    }
}
