package io.leasehold.server;

import io.leasehold.logical.SecretString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The folder of one PostgreSQL of ours: its data, its programs, its password, its lock. Mode 0700.
 *
 * @param root absolute, without symbolic links
 */
record PostgresHome(Path root) {
    private static final int PASSWORD_BYTES = 32;

    /** Makes the folder if it is missing, and closes it to others in any case. */
    static PostgresHome in(Path folder) throws IOException {
        OwnerOnly.createFolder(folder);
        OwnerOnly.close(folder);
        return new PostgresHome(folder.toRealPath());
    }

    /** What PostgreSQL calls its data directory. */
    Path cluster() {
        return root.resolve("cluster");
    }

    /** Where the programs are unpacked, if nowhere else. */
    Path programs() {
        return root.resolve("programs");
    }

    /** What the programs say while they start; written anew each time. */
    Path startLog() {
        return root.resolve("start.log");
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    /** Removes what an interrupted first start has left, and marks this one as not finished if it is the first. */
    void beginFirstStart() throws IOException {
        if (Files.exists(unfinished())) {
            AbandonedFolders.remove(cluster());
        }
        if (!hasData()) {
            Files.writeString(
                    unfinished(), "The database beside this file is not complete; the next start makes it anew.\n");
        }
    }

    /** From here on the data is of value. */
    void endFirstStart() throws IOException {
        Files.deleteIfExists(unfinished());
    }

    private Path unfinished() {
        return root.resolve("unfinished");
    }

    boolean hasData() {
        return Files.exists(cluster().resolve("PG_VERSION"));
    }

    /** The major version that made the data. */
    String dataVersion() throws IOException {
        return Files.readString(cluster().resolve("PG_VERSION")).strip();
    }

    /** The stored password; made and stored first where there is no data yet that would want an older one. */
    SecretString password(SecureRandom random) throws IOException {
        if (!Files.exists(passwordFile())) {
            requireNoData();
            OwnerOnly.writeNew(passwordFile(), fresh(random));
        }
        return SecretString.of(Files.readString(passwordFile()).strip());
    }

    /** The line of the start log that says most: the first that names an error, else the last. */
    String complaint() throws IOException {
        final List<String> lines = Files.exists(startLog())
                ? Files.readAllLines(startLog()).stream()
                        .filter(line -> !line.isBlank())
                        .toList()
                : List.of();
        return lines.stream()
                .filter(line -> line.contains("FATAL") || line.contains("error"))
                .findFirst()
                .orElse(lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1))
                .strip();
    }

    private void requireNoData() {
        if (hasData()) {
            throw new StartRefused(passwordFile() + " is missing, but the database beside it is there and needs it; "
                    + "restore the file from a backup");
        }
    }

    private static String fresh(SecureRandom random) {
        final byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
