package org.portcullis.settings;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The secrets that never live in the database: the session key, the keys of the PIN digest and those of the audit trail.
 * They come from a setting or a file; only for the embedded database are they made at the first start, beside it.
 */
@ApplicationScoped
@Startup
public class ServerKeys {

    private static final Logger LOG = Logger.getLogger(ServerKeys.class);

    private SecretKey session;
    private KeyRing pin;
    private KeyRing audit;

    /** For the client proxy. */
    ServerKeys() {
    }

    @Inject
    ServerKeys(Settings settings, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String databaseUrl) {
        var embedded = databaseUrl.startsWith("jdbc:h2:file:");
        var folder = embedded ? Path.of(settings.dataDirectory()) : null;
        // The command that only verifies the audit trail needs no other key, and makes none.
        if (!settings.verifyTrail()) {
            session = KeyRing.key(
                    read("portcullis.session.key", settings.session().key(), settings.session().keyFile(),
                            made(folder, "session.key"), "",
                            false),
                    "portcullis.session.key");
            pin = ring("portcullis.pin.keys", settings.pin().keys(), settings.pin().keysFile(),
                    made(folder, "pin.keys"), false);
        }
        audit = ring("portcullis.audit.keys", settings.audit().keys(), settings.audit().keysFile(),
                made(folder, "audit.keys"),
                settings.verifyTrail());
    }

    private static Path made(Path folder, String file) {
        return folder == null ? null : folder.resolve(file);
    }

    private static KeyRing ring(String setting, Optional<String> value, Optional<Path> file, Path made,
            boolean onlyRead) {
        // A random id, so that a key made anew after the file was lost is never taken for the lost one.
        return KeyRing.parse(read(setting, value, file, made, HexFormat.of().formatHex(random(4)) + ":", onlyRead),
                setting);
    }

    /** @return the key that sessions are bound to; changing it signs all people out */
    public SecretKey session() {
        return session;
    }

    /** @return the keys of the PIN digest, see {@code docs/decisions} on rotation */
    public KeyRing pin() {
        return pin;
    }

    /** @return the keys of the audit trail's digests; without an old one, what it digested can't be verified any more */
    public KeyRing audit() {
        return audit;
    }

    private static String read(String setting, Optional<String> value, Optional<Path> file, Path made, String prefix,
            boolean onlyRead) {
        if (value.isPresent()) {
            return value.get();
        }
        var path = file.orElse(made);
        if (path == null) {
            throw new InvalidSettingException(setting + " must be set (or " + setting
                    + "-file): without the embedded database the portal makes no keys by itself");
        }
        try {
            if (!onlyRead && file.isEmpty() && Files.notExists(path)) {
                make(path, prefix + Base64.getEncoder().encodeToString(random(KeyRing.KEY_BYTES)) + "\n");
                LOG.infof("Made a new key for %s in %s; keep it with the database's backups, but apart from them",
                        setting,
                        path.toAbsolutePath().normalize());
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw new InvalidSettingException(setting + "-file can't be read: " + path.toAbsolutePath().normalize());
        }
    }

    private static void make(Path path, String content) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        FileAttribute<?>[] ownerOnly = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        try (var channel = Files.newByteChannel(path, options, ownerOnly)) {
            channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (FileAlreadyExistsException e) {
            throw new UncheckedIOException("Another process is starting on the same folder: " + path, e);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
