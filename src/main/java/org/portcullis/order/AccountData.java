package org.portcullis.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.portcullis.organization.Address;
import org.portcullis.web.form.Length;

/**
 * The data that the losing carrier compares with its customer service record (CSR); it rejects the order if one of them
 * differs.
 */
@Embeddable
public class AccountData {

    /** Maximum lengths, in characters, of the fields of an LSR in carriers' interfaces. */
    private static final int NAME_KEPT = 25;
    private static final int AUTHORIZED_PERSON_KEPT = 15;

    @Column(name = "account_number")
    public String number;

    @Column(name = "account_name")
    public String name;

    @Column(name = "authorized_person")
    public String authorizedPerson;

    @Embedded
    public Address address;

    /** Billing telephone number, in E.164. */
    public String btn;

    /** The number that replaces the BTN if a partial port includes the BTN. */
    @Column(name = "replacement_btn")
    public String replacementBtn;

    /** @return the account name as shortened by a carrier's interface; null if it is not shortened */
    public String getNameKept() {
        return kept(name, NAME_KEPT);
    }

    /** @return the authorized person's name as shortened by a carrier's interface; null if it is not shortened */
    public String getAuthorizedPersonKept() {
        return kept(authorizedPerson, AUTHORIZED_PERSON_KEPT);
    }

    private static String kept(String text, int longest) {
        return text == null || Length.of(text) <= longest ? null
                : text.substring(0, text.offsetByCodePoints(0, longest)).strip();
    }

    public AccountData copy() {
        var copy = new AccountData();
        copy.number = number;
        copy.name = name;
        copy.authorizedPerson = authorizedPerson;
        copy.address = address == null ? null : Address.of(address.street, address.city, address.region, address.zip);
        copy.btn = btn;
        copy.replacementBtn = replacementBtn;
        return copy;
    }
}
