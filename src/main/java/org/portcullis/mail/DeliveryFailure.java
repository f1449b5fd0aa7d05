package org.portcullis.mail;

import io.vertx.ext.mail.SMTPException;
import java.util.Set;

/**
 * Why an attempt failed.
 *
 * @param reason the reply code of the mail server (RFC 5321 §4.2), or the kind of the exception where there was no
 *     reply; never a text from elsewhere, which could quote anything
 * @param refusesRecipient whether it is the address that will never do, to the server or even before it
 */
record DeliveryFailure(String reason, boolean refusesRecipient) {

    /** What {@code like} finds replies by: their codes have three digits, and no exception has so short a name. */
    static final String REPLIES = "___";

    /** No such mailbox, not here, too much for it, no such name, refused for a reason of its own. */
    private static final Set<Integer> REFUSALS = Set.of(550, 551, 552, 553, 554);

    static DeliveryFailure of(Throwable failure) {
        var cause = failure;
        while (!(cause instanceof SMTPException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof SMTPException reply) {
            return new DeliveryFailure(String.valueOf(reply.getReplyCode()), REFUSALS.contains(reply.getReplyCode()));
        }
        return new DeliveryFailure(cause.getClass().getSimpleName(), cause instanceof IllegalArgumentException);
    }

    /** @return whether the server was not there for any notice, so that others need not be tried now */
    boolean isOfEveryNotice() {
        return !isReply(reason) && !refusesRecipient;
    }

    static boolean isReply(String reason) {
        return reason != null && reason.matches("[0-9]+");
    }
}
