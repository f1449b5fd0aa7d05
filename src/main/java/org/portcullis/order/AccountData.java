package org.portcullis.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.portcullis.organization.Address;
import org.portcullis.web.form.Length;

/** What the losing carrier's customer service record (CSR) is compared with: where one of these differs, it rejects the order. */
@Embeddable
public class AccountData {

    /** In characters, of the fields of an LSR that carriers' interfaces have. */
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

    /** The one that takes its place where a partial port takes the BTN away. */
    @Column(name = "replacement_btn")
    public String replacementBtn;

    /** @return as much of the account name as a carrier's interface keeps; null where it keeps all */
    public String getNameKept() {
        return kept(name, NAME_KEPT);
    }

    /** @return as much of the authorized person's name as a carrier's interface keeps; null where it keeps all */
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
