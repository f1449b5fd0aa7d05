package org.portcullis.portout.carrier;

import jakarta.ws.rs.BadRequestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Addresses;

/**
 * The form of a new carrier.
 *
 * @param id of the carrier, generated with the empty form, so that a repeated submission creates it once
 * @param protocol null until one is chosen
 */
record CarrierForm(UUID id, String name, Protocol protocol, CarrierProblem nameProblem,
        CarrierProblem protocolProblem) {

    /** The submitted fields. */
    static class Sent {

        @RestForm
        public UUID id;
        @RestForm
        public String name;
        @RestForm
        public String protocol;
    }

    /** @param name and protocol as entered before the password was asked for again, or null */
    static CarrierForm of(String name, String protocol) {
        return new CarrierForm(UUID.randomUUID(), name == null ? "" : name,
                Parameters.constant(Protocol.class, protocol).orElse(null), null, null);
    }

    /** @return the address of the form with the entered values */
    String getAddress() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("name", name);
        typed.put("protocol", protocol == null ? "" : protocol.name());
        return Addresses.with(CarrierList.PATH + "/new", typed);
    }

    /** @throws BadRequestException if the portal did not make this form */
    static CarrierForm checked(Sent sent) {
        if (sent.id == null) {
            throw new BadRequestException();
        }
        var name = sent.name == null ? "" : sent.name.strip();
        var protocol = Parameters.constant(Protocol.class, sent.protocol).orElse(null);
        return new CarrierForm(sent.id, name, protocol, CarrierProblem.ofName(name).orElse(null),
                protocol == null ? CarrierProblem.PROTOCOL_MISSING : null);
    }

    CarrierForm withTakenName() {
        return new CarrierForm(id, name, protocol, CarrierProblem.NAME_TAKEN, null);
    }

    boolean isValid() {
        return nameProblem == null && protocolProblem == null;
    }

    public boolean isFailed() {
        return !isValid();
    }

    public List<Protocol> getProtocols() {
        return List.of(Protocol.values());
    }
}
