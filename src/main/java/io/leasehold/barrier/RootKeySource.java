package io.leasehold.barrier;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;

/** The root key: in a file of its owner, or in memory only. It wraps the keyring and nothing else. */
@Singleton
class RootKeySource {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private final BarrierConfig config;
    private final SecretKey inMemory = Keyring.aesKey(Keyring.randomKey(new SecureRandom()));

    RootKeySource(BarrierConfig config) {
        this.config = config;
    }

    /** The key, if there is one that can be used. Blocks on the file system. */
    Optional<SecretKey> find() {
        return config.ephemeralKey() ? Optional.of(inMemory) : read(config.keyFile());
    }

    /** The key, made and stored first where there is none. Blocks on the file system. */
    SecretKey findOrCreate() {
        return find().orElseGet(() -> create(config.keyFile()));
    }

    private static Optional<SecretKey> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            requireOwnerOnly(file);
            byte[] key = Base64.getDecoder().decode(Files.readString(file).trim());
            return key.length == Keyring.KEY_BYTES ? Optional.of(Keyring.aesKey(key)) : refuse(file, "is not 32 bytes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            return refuse(file, "is not base64");
        }
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
        if (posix && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            refuse(file, "may be read by others; its mode must be 0600");
        }
    }

    private static <T> T refuse(Path file, String reason) {
        throw new BarrierException("the key file " + file + " " + reason, null);
    }

    private static SecretKey create(Path file) {
        byte[] key = Keyring.randomKey(new SecureRandom());
        try {
            Path absolute = file.toAbsolutePath();
            Files.createDirectories(absolute.getParent());
            boolean posix = Files.getFileStore(absolute.getParent()).supportsFileAttributeView("posix");
            if (posix) {
                Files.createFile(absolute, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            String text = Base64.getEncoder().encodeToString(key) + "\n";
            Files.writeString(absolute, text, posix ? StandardOpenOption.WRITE : StandardOpenOption.CREATE_NEW);
            return Keyring.aesKey(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
