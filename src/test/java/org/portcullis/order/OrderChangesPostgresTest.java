package org.portcullis.order;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.portcullis.testing.OnPostgres;

@QuarkusTest
@TestProfile(OnPostgres.class)
class OrderChangesPostgresTest extends OrderChangesTest {
}
