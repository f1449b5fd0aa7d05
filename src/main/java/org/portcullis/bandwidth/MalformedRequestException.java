package org.portcullis.bandwidth;

/** What was sent is no request of the protocol. Its message is the portal's own and quotes nothing of what was sent. */
class MalformedRequestException extends Exception {

    private final String pon;

    /** @param pon to be echoed, as far as it was read; or null */
    MalformedRequestException(String message, String pon) {
        super(message);
        this.pon = pon;
    }

    String pon() {
        return pon;
    }
}
