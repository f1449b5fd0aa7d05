package org.portcullis.portout.bandwidth;

import org.portcullis.portout.RequestFault;

/** What was sent is no request of the protocol. It holds nothing of what was sent but the PON. */
class MalformedRequestException extends Exception {

    private final RequestFault fault;
    private final String element;
    private final String pon;

    /**
     * @param element of the protocol in which the fault was found, or null
     * @param pon to be echoed, as far as it was read; or null
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
