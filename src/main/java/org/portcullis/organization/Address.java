package org.portcullis.organization;

import jakarta.persistence.Embeddable;

/** A service address, as a losing carrier compares it. */
@Embeddable
public class Address {

    public String street;
    public String city;

    /** State of the United States in two letters; absent elsewhere. */
    public String region;

    /** ZIP code, or the postal code of another country. */
    public String zip;

    /** @return the line below the street, as it is written there: {@code Seattle, WA 98101}, {@code 69002 Lyon} */
    public String getPlace() {
        var code = zip == null ? "" : zip;
        return (region == null ? code + " " + city : city + ", " + region + " " + code).strip();
    }

    public static Address of(String street, String city, String region, String zip) {
        var address = new Address();
        address.street = street;
        address.city = city;
        address.region = region;
        address.zip = zip;
        return address;
    }
}
