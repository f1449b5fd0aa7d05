package org.portcullis.portorder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.portcullis.organization.Address;

/** What the losing carrier's customer service record (CSR) is compared with: where one of these differs, it rejects the order. */
@Embeddable
public class AccountData {

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

    /** The one that takes its place where a partial port takes the BTN away. */
    @Column(name = "replacement_btn")
    public String replacementBtn;

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
