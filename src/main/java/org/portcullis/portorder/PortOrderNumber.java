package org.portcullis.portorder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** A telephone number of an order, with its own status. */
@Embeddable
public class PortOrderNumber {

    /** E.164. */
    public String number;

    /** Of the order; here too, so that a search by number stays within the organization's own. */
    @Column(name = "organization_id")
    UUID organizationId;

    @Enumerated(EnumType.STRING)
    public NumberStatus status;

    PortOrderNumber() {
    }

    PortOrderNumber(String number, UUID organizationId) {
        this.number = number;
        this.organizationId = organizationId;
        this.status = NumberStatus.WAITING;
    }
}
