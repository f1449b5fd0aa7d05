package org.portcullis.order.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.order.ChangeContext;
import org.portcullis.order.Direction;
import org.portcullis.order.OrderChanges;
import org.portcullis.order.PortOrder;
import org.portcullis.order.TransferPin;
import org.portcullis.order.document.Document;
import org.portcullis.organization.Address;
import org.portcullis.organization.Organization;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.http.Sender;

/** Saves form input: valid values in the order, invalid ones separately, so that nothing is lost. */
@ApplicationScoped
class Drafts {

    private static final String FORGET_PIN = "forgetTransferPin";

    private final OrderChanges changes;
    private final FieldPolicy policy;
    private final TransferPin transferPin;
    private final AuditTrail audit;
    private final Sender sender;

    Drafts(OrderChanges changes, FieldPolicy policy, TransferPin transferPin, AuditTrail audit, Sender sender) {
        this.changes = changes;
        this.policy = policy;
        this.transferPin = transferPin;
        this.audit = audit;
        this.sender = sender;
    }

    /**
     * Creates the draft that the first step's form asks for, or finds the one that the same form created before.
     *
     * @return its PON
     */
    String create(Person person, UUID id, OrderForm form) {
        return changes.create(person, id, (organization, context) -> {
            var direction = Direction.valueOf(form.value(FormField.DIRECTION));
            var order = PortOrder.draft(id, organization, form.value(FormField.NAME), direction, context);
            fillIn(order, organization, context);
            return order;
        });
    }

    /** Prefills known data, which the user can still edit. */
    private static void fillIn(PortOrder order, Organization organization, ChangeContext context) {
        var account = order.account();
        var address = organization.address;
        account.address = address == null ? null
                : Address.of(address.street, address.city, address.region, address.zip);
        account.name = ifShort(organization.name, FormField.ACCOUNT_NAME);
        account.authorizedPerson = ifShort(context.name(), FormField.AUTHORIZED_PERSON);
        account.number = knownAccountNumber(order);
    }

    /** For a port out, the account is with this provider; for a port in, its number is unknown. */
    private static String knownAccountNumber(PortOrder order) {
        return order.isIn() ? null : order.organization.getAccountNumber();
    }

    private static String ifShort(String text, FormField field) {
        return text.length() <= field.getLongest() ? text : null;
    }

    /**
     * Saves all typed values: valid ones in the order, invalid ones separately.
     *
     * @param guard throws unless the order's state allows this form
     * @return the form with its problems, made for the order's current version
     */
    @Transactional
    OrderForm save(Person person, String pon, OrderForm typed, Consumer<PortOrder> guard, FormFields posted) {
        var saved = new AtomicReference<OrderForm>();
        changes.change(person, pon, typed.version(), (order, context) -> {
            guard.accept(order);
            var form = policy.checked(typed, order);
            write(person, form, order);
            keepTransferPin(form, order, posted);
            if (!order.isDraft()) {
                Corrections.openWhatFollows(order, policy);
            }
            UnfinishedField.keep(order.id, form);
            order.touch(context);
            PortOrder.flush();
            saved.set(form.madeFor(order.getVersion()));
        });
        return saved.get();
    }

    private void write(Person person, OrderForm form, PortOrder order) {
        var before = order.direction;
        form.writeInto(order);
        if (order.direction != before) {
            order.account().number = knownAccountNumber(order);
            if (!order.isIn()) {
                forgetWhatOnlyAPortInNeeds(person, order);
            }
        }
    }

    /** For a port out, the losing carrier's secret and letters have no use, so they are deleted. */
    private void forgetWhatOnlyAPortInNeeds(Person person, PortOrder order) {
        transferPin.put(order, "");
        Document.of(order.id).forEach(document -> {
            document.remove();
            audit.record(AuditEvent.DOCUMENT_REMOVED, person.asActor(),
                    new Subject(order.id, order.pon, order.organization.id),
                    document.kind.name(), sender.getAddress());
        });
    }

    /** A new PIN replaces the stored one, even if that was to be deleted. */
    private void keepTransferPin(OrderForm form, PortOrder order, FormFields posted) {
        var typed = form.checked().get(FormField.TRANSFER_PIN);
        if (typed != null && (!typed.isEmpty() || posted.has(FORGET_PIN))) {
            transferPin.put(order, typed);
        }
    }
}
