package org.portcullis.portout.bandwidth;

import org.portcullis.portout.RequestFault;

/** The body is no request of the protocol. The exception holds nothing of it but the PON. */
class MalformedRequestException extends Exception {

    private final RequestFault fault;
    private final String element;
    private final String pon;

    /**
     * @param element the protocol element with the fault, or null
     * @param pon to be echoed, or null if it was not read
     */
    MalformedRequestException(RequestFault fault, String element, String pon) {
        super(element == null ? fault.name() : fault.name() + " in " + element);
        this.fault = fault;
        this.element = element;
        this.pon = pon;
    }

    RequestFault fault() {
        return fault;
    }

    String element() {
        return element;
    }

    String pon() {
        return pon;
    }
}
