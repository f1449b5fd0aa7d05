package org.portcullis.testing;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** The e-mails that the mail server has received for an address. */
public final class Mails {

    /** Longer than the portal waits before its second attempt. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Mails() {
    }

    /** A message, as its reader sees it. */
    public record Mail(String id, String subject, String language, String text) {
    }

    /** @return the messages to that address, once there are as many as expected, or else after a timeout */
    public static List<Mail> to(String address, int expected) {
        return await(address, mails -> mails.size() >= expected);
    }

    /**
     * @param notice a row of the outbox, which drops the text once it is sent
     * @return the text as received
     */
    public static String textOf(Map<String, String> notice) {
        Predicate<Mail> isIt = mail -> notice.get("subject").equals(mail.subject);
        return await(notice.get("recipient"), mails -> mails.stream().anyMatch(isIt)).stream().filter(isIt)
                .map(Mail::text).findFirst()
                .orElseThrow(() -> new AssertionError("It did not come: " + notice));
    }

    private static List<Mail> await(String address, Predicate<List<Mail>> enough) {
        var end = Instant.now().plus(PATIENCE);
        List<Mail> mails;
        while (!enough.test(mails = fetch(address)) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return mails;
    }

    private static List<Mail> fetch(String address) {
        var mails = new ArrayList<Mail>();
        try (var store = Session.getInstance(new Properties()).getStore("pop3")) {
            // The server creates a mailbox for each recipient; its password is the address.
            store.connect("127.0.0.1", Integer.getInteger(TestMailServer.POP3_PORT), address, address);
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (var message : inbox.getMessages()) {
                    var language = message.getHeader("Content-Language");
                    mails.add(new Mail(message.getHeader("Message-ID")[0], message.getSubject(),
                            language == null ? null : language[0], message.getContent().toString()));
                }
            }
        } catch (MessagingException e) {
            // The address has received no e-mail yet, so it has no mailbox.
            return List.of();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return mails;
    }
}
