package org.portcullis.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** Everything an operator can set about the portal itself. A wrong value stops the start with a sentence. */
@ConfigMapping(prefix = "portcullis")
public interface Settings {

    /** Whether the demo's organizations, orders and accounts exist. Only the profile {@code demo} turns it on. */
    @WithDefault("false")
    boolean demo();

    /** Folder of the embedded database and of the keys made for it; absolute, or starting with {@code ./}. */
    @WithDefault("./data")
    @Pattern(regexp = "(\\.{1,2}[/\\\\]|[/\\\\]|[A-Za-z]:[/\\\\]).+", message = "must be absolute or start with ./, for example ./data or /var/lib/portcullis")
    String dataDirectory();

    /** Address at which people reach the portal; links in e-mails and the set-up link begin with it. */
    @WithDefault("http://localhost:8080")
    URI baseUrl();

    Database database();

    Session session();

    SignIn signIn();

    PasswordLink passwordLink();

    Work work();

    Pin pin();

    PortOut portOut();

    Http http();

    Telnyx telnyx();

    Audit audit();

    /** Whether this process is only a command on the audit trail, such as {@code verify-trail}, which sets it. */
    @WithDefault("false")
    boolean verifyTrail();

    Notice notice();

    Desk desk();

    Order order();

    Provider provider();

    interface Database {

        /**
         * Whether the embedded database forces each group of commits to the disk before it acknowledges them. Without it a
         * power cut loses up to half a minute of them; the end of the process alone loses none.
         */
        @WithDefault("true")
        boolean sync();

        /** How long a change waits for a row or table that another one holds. */
        @WithDefault("PT5S")
        Duration lockTimeout();

        /** How long a single statement may take; those that update the schema at the start may take longer. */
        @WithDefault("PT30S")
        Duration statementTimeout();

        /** By how much the clocks of this process and of PostgreSQL may differ, before the process is not ready any more. */
        @WithDefault("PT5S")
        Duration clockTolerance();
    }

    Allow allow();

    interface Session {

        /** Base64 of at least 32 random bytes; every process that shares the database must have the same one. */
        Optional<String> key();

        /** File that holds the session key, where it is not given directly. */
        Optional<Path> keyFile();

        /** How long a person may do nothing before they have to sign in again. */
        @WithDefault("PT30M")
        Duration idleTimeout();

        /** How long a session may last, however active it is. */
        @WithDefault("PT12H")
        Duration absoluteTimeout();

        /** How long after giving the password a person may do what needs a recent sign-in. */
        @WithDefault("PT5M")
        Duration recent();
    }

    interface SignIn {

        /** Failures in a row on one account from which further tries are delayed. */
        @WithDefault("10")
        @Min(value = 3, message = "must be at least 3")
        int accountFailures();

        /** Failures in a row from one address, over all accounts, after which further attempts are delayed. */
        @WithDefault("50")
        @Min(value = 3, message = "must be at least 3")
        int addressFailures();

        /** The first delay; each further failure doubles it. */
        @WithDefault("PT30S")
        Duration firstDelay();

        /** The longest delay; after a quiet time twice as long, failures are forgotten. */
        @WithDefault("PT15M")
        Duration longestDelay();
    }

    interface PasswordLink {

        /** How long the link works with which a person chooses a password. */
        @WithDefault("P7D")
        Duration validity();
    }

    interface Work {

        /** How long the report of finished work, such as an import of numbers, is kept. */
        @WithDefault("P30D")
        Duration reportKept();
    }

    interface Pin {

        /** Fewest digits of a port-out PIN, within 6 to 10. */
        @WithDefault("6")
        @Min(value = 6, message = "must be from 6 to 10")
        @Max(value = 10, message = "must be from 6 to 10")
        int minimumLength();

        /** Most digits of a port-out PIN, within 6 to 10. */
        @WithDefault("10")
        @Min(value = 6, message = "must be from 6 to 10")
        @Max(value = 10, message = "must be from 6 to 10")
        int maximumLength();

        /** What happens to a PIN that is easy to guess: {@code warn} accepts it and says why, {@code refuse} refuses it. */
        @WithDefault("warn")
        Guessable guessable();

        /** Whether an organization without a PIN is kept from porting out; 47 CFR 52.36 would let a provider say no. */
        @WithDefault("true")
        boolean required();

        /** How long a PIN can be used after it was set, such as {@code P30D}; for ever where it is not given. */
        Optional<Period> expiresAfter();

        /** Whether a PIN has to be changed after a port-out was allowed with it. */
        @WithDefault("false")
        boolean singleUse();

        /** How long after a PIN was set its admins are reminded that it is old, such as {@code P1Y}; never where it is not given. */
        Optional<Period> remindAfter();

        /** The keys of the PIN digest as {@code id:base64}, separated by commas; the last one digests new PINs. */
        Optional<String> keys();

        /** File that holds those keys, one to a line, where they are not given directly. */
        Optional<Path> keysFile();
    }

    interface PortOut {

        /** Wrong tries in a row of one carrier for one organization's numbers from which further ones have to wait. */
        @WithDefault("5")
        @Min(value = 1, message = "must be from 1 to 80")
        @Max(value = 80, message = "must be from 1 to 80")
        int guessesBeforeDelay();

        /** Wrong PIN attempts of one carrier within 24 hours, over all organizations, that are never too many. */
        @WithDefault("10")
        @Min(value = 1, message = "must be from 1 to 80")
        @Max(value = 80, message = "must be from 1 to 80")
        int carrierGuessesBeforeDelay();

        /** Of a carrier's tries within 24 hours, in percent: from which share of wrong ones on further ones have to wait. */
        @WithDefault("20")
        @Min(value = 5, message = "must be from 5 to 50")
        @Max(value = 50, message = "must be from 5 to 50")
        int carrierFailureShare();

        /** The first delay; each further wrong try doubles it. */
        @WithDefault("PT30S")
        Duration firstDelay();

        /** The longest delay; after it, the next wrong try is the last one that is looked at. */
        @WithDefault("PT1H")
        Duration longestDelay();

        /** Whether a request without an account number is refused. */
        @WithDefault("false")
        boolean accountNumberRequired();

        /** Whether a request without a ZIP code is refused. */
        @WithDefault("false")
        boolean zipRequired();

        /** Whether the organization's admins must approve a request that passes every check. */
        @WithDefault("none")
        Approval approval();

        /** How long the admins have for their word. */
        @WithDefault("PT24H")
        Duration approvalWithin();

        /** The outcome of a request that was neither approved nor refused in time. */
        @WithDefault("refuse")
        Silence silence();

        /** How long after its arrival a request of Bandwidth's platform is refused undecided: the platform waits for 30 seconds. */
        @WithDefault("PT25S")
        Duration answerWithin();

        /** How many PINs are compared at once; as many as there are processors, unless said otherwise. */
        Optional<@Min(value = 1, message = "must be at least 1") Integer> comparisonThreads();

        /** How many PINs may wait to be compared; beyond that, requests are refused at once. */
        @WithDefault("64")
        @Min(value = 1, message = "must be from 1 to 1000")
        @Max(value = 1000, message = "must be from 1 to 1000")
        int comparisonQueue();
    }

    /** What one sender, or many, may hold. */
    interface Http {

        /** How long the whole body of a request may take to arrive. */
        @WithDefault("PT10S")
        Duration bodyWithin();

        /** The same for an uploaded file that keeps its rate. */
        @WithDefault("PT5M")
        Duration uploadWithin();

        /** The rate that an upload has to keep when it takes longer than another body may, in bytes a second. */
        @WithDefault("20480")
        @Min(value = 1, message = "must be at least 1")
        long uploadRate();

        /** How many requests one address may have under way at once; a trusted proxy's own address is not counted. */
        @WithDefault("128")
        @Min(value = 1, message = "must be at least 1")
        int requestsPerAddress();

        /** How many connections one address may hold; those of a trusted proxy are not counted. */
        @WithDefault("256")
        @Min(value = 1, message = "must be at least 1")
        int connectionsPerAddress();

        /** How many pages are worked on at once. */
        @WithDefault("64")
        @Min(value = 1, message = "must be at least 1")
        int pageThreads();

        /** How many requests of carriers are worked on at once, for each of Bandwidth's protocol, the API and Telnyx. */
        @WithDefault("32")
        @Min(value = 1, message = "must be at least 1")
        int carrierThreads();

        /** The header in which trusted proxies pass on the certificate that a client has shown to them; without it, none is believed. */
        Optional<@Pattern(regexp = "[A-Za-z0-9-]+", message = "must be the name of a header, such as Client-Cert") String> clientCertificateHeader();

        /** Whether the portal asks for a client certificate where it speaks TLS itself. */
        @WithDefault("false")
        boolean askForClientCertificate();
    }

    interface Telnyx {

        /** The public key that Telnyx signs webhooks with, in Base64 as its portal shows it; without it, there is no Telnyx. */
        Optional<String> publicKey();

        /** The key of Telnyx's API. */
        Optional<String> apiKey();

        /** File that holds the key of the API, where it is not given directly. */
        Optional<Path> apiKeyFile();

        /** Where Telnyx's API is. */
        @WithDefault("https://api.telnyx.com")
        URI apiUrl();

        /** How long after a port-out was announced Telnyx takes silence for a yes. */
        @WithDefault("PT24H")
        Duration silence();

        /** How long before the end of the silence what is still undecided is rejected. */
        @WithDefault("PT2H")
        Duration rejectBefore();

        /** How long before the end of the silence admins and desk are warned of what Telnyx was not told. */
        @WithDefault("PT4H")
        Duration warnBefore();

        /** How often the portal looks for what Telnyx has to be told. */
        @WithDefault("5s")
        String every();

        /** How often the portal looks at Telnyx for port-outs that were never announced. */
        @WithDefault("10m")
        String lookEvery();
    }

    interface Audit {

        /** The keys of the audit trail's digests as {@code id:base64}, separated by commas; the last one makes new digests. */
        Optional<String> keys();

        /** File that holds those keys, one to a line, where they are not given directly. */
        Optional<Path> keysFile();

        /** How long an entry of the audit trail is kept, in whole days, months or years; at least a year. */
        @WithDefault("P3Y")
        Period retention();

        /** How often entries that were written since are given their place in the chain. */
        @WithDefault("1s")
        String sealEvery();
    }

    interface Notice {

        /** How often the outbox is looked through for e-mails to send. */
        @WithDefault("5s")
        String every();
    }

    interface Desk {

        /** Telephone number of the porting desk in E.164, shown to customers. */
        Optional<@Pattern(regexp = "\\+[1-9][0-9]{6,14}", message = "must be a number such as +12065550100") String> telephone();

        /** E-mail address of the porting desk, shown to customers. */
        Optional<@Pattern(regexp = "[^@\\s]+@[^@\\s]+", message = "must be an e-mail address") String> email();

        /** Days on which the porting desk is closed beside weekends and public holidays, such as {@code 2026-12-24}. */
        Optional<List<String>> closedDays();
    }

    interface Order {

        /** Business days without news after which an order's page says so. */
        @WithDefault("3")
        @Min(value = 1, message = "must be at least 1")
        int noNewsAfter();

        /** How often orders are looked through for those whose transfer begins within 24 hours. */
        @WithDefault("30s")
        String pendingEvery();
    }

    interface Provider {

        /** Name of the provider as letters of authorization state it; without it they say "the new carrier". */
        Optional<@Size(min = 1, max = 100, message = "must be 1 to 100 characters") String> name();
    }

    /** What may travel in clear beyond this machine; see {@link TransportCheck}. */
    interface Allow {

        /** Whether people may reach the portal without HTTPS. */
        @WithDefault("false")
        boolean plainHttp();

        /** Whether e-mails may go to the mail server without TLS. */
        @WithDefault("false")
        boolean plainSmtp();

        /** Whether PostgreSQL may be reached without checking who answers. */
        @WithDefault("false")
        boolean unverifiedDatabase();

        /** Whether Telnyx's API may be reached without HTTPS. */
        @WithDefault("false")
        boolean plainTelnyx();
    }

    enum Guessable {
        WARN, REFUSE
    }

    enum Approval {
        NONE, ADMIN
    }

    enum Silence {
        REFUSE, ALLOW
    }
}
