package org.portcullis.pin;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.portcullis.testing.OnPostgres;

@QuarkusTest
@TestProfile(OnPostgres.class)
class PinReminderJobPostgresTest extends PinReminderJobTest {
}
