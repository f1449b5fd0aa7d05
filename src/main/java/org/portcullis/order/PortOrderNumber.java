package org.portcullis.order;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.portcullis.organization.Batches;

/** A telephone number of an order, with its own status. */
@Entity
@Table(name = "port_order_number")
@IdClass(PortOrderNumber.Key.class)
public class PortOrderNumber extends PanacheEntityBase {

    @Id
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    PortOrder order;

    /** In E.164. */
    @Id
    public String number;

    /** The order's organization; stored here too, so that a search by number stays within it. */
    @Column(name = "organization_id")
    UUID organizationId;

    @Enumerated(EnumType.STRING)
    public NumberStatus status;

    /** Whether it was ported in a completed transfer, which can't be undone. */
    @Column(name = "handed_over")
    boolean handedOver;

    /** Which number of which order. */
    public record Key(UUID order, String number) {
    }

    PortOrderNumber() {
    }

    PortOrderNumber(PortOrder order, String number) {
        this.order = order;
        this.number = number;
        this.organizationId = order.organization.id;
        this.status = NumberStatus.WAITING;
    }

    /**
     * @param except the order that may contain them
     * @return those of the numbers that are in other open orders of the organization, each with its order
     */
    public static Map<String, PortOrder> inOpenOrders(UUID organizationId, Collection<String> numbers, UUID except) {
        var found = new LinkedHashMap<String, PortOrder>();
        Batches.of(numbers)
                .forEach(batch -> PortOrderNumber.<PortOrderNumber>list("from PortOrderNumber n join fetch n.order o"
                        + " where n.organizationId = ?1 and n.number in ?2 and o.id <> ?3 and o.state in ?4 order by n.number",
                        organizationId, batch, except, StateGroup.OPEN.states())
                        .forEach(number -> found.put(number.number, number.order)));
        return found;
    }
}
