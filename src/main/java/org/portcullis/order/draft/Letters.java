package org.portcullis.order.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.stream.Stream;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.order.Extent;
import org.portcullis.order.PortOrder;
import org.portcullis.order.document.Document;
import org.portcullis.order.document.LetterOfAuthorization;
import org.portcullis.settings.Settings;

/** Creates the letter of authorization for an order's current data. */
@ApplicationScoped
@Named("letters")
public class Letters {

    private final String provider;

    Letters(Settings settings) {
        this.provider = settings.provider().name().orElse(null);
    }

    /** @return whether the order has all data of a letter */
    static boolean canBeWritten(PortOrder order) {
        var account = order.account();
        var address = account.address;
        return address != null && order.getNumberCount() > 0
                && Stream.of(order.otherCarrier, account.number, account.name, account.authorizedPerson, account.btn,
                        address.street, address.city, address.zip).allMatch(Objects::nonNull);
    }

    /**
     * @return whether the letter was signed here and differs from the order's current data; false for a closed order
     */
    public boolean isVoid(PortOrder order, Document document) {
        return document.isSigned() && !order.getState().isFinal()
                && (!canBeWritten(order) || document.isVoid(of(order)));
    }

    LetterOfAuthorization of(PortOrder order) {
        var account = order.account();
        var full = order.extent == Extent.FULL;
        var ranges = NumberRanges.compact(order.telephoneNumbers());
        return new LetterOfAuthorization(order.organization.name, provider, order.otherCarrier, account.name,
                account.number,
                account.authorizedPerson, account.address.street, account.address.getPlace(), account.btn,
                ranges.stream().map(NumberRange::getText).toList(), full, full ? null : account.replacementBtn,
                order.requestedDate);
    }
}
