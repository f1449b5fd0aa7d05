package org.portcullis.audit.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.audit.AuditEvent;

class EventKindTest {

    @ParameterizedTest
    @EnumSource
    void eachEventIsOfOneKind(AuditEvent event) {
        assertEquals(1, Arrays.stream(EventKind.values()).filter(kind -> kind.getEvents().contains(event)).count());
    }
}
