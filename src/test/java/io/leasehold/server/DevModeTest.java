package io.leasehold.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.logical.SecretString;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DevModeTest.InDevMode.class)
class DevModeTest {
    @Test
    void whenHttpIsUpTheSetupRunsOnAnEventLoopAndTheBannerIsShown() throws Exception {
        // When
        final DevOptions options = Setup.ASKED.get(10, TimeUnit.SECONDS);
        final String shown = Screen.SHOWN.get(10, TimeUnit.SECONDS);

        // Then
        assertTrue(options.address().matches("http://\\S+:[1-9]\\d*"), options.address());
        assertTrue(options.sandbox());
        assertTrue(shown.contains("Root token:        wanted"), shown);
        assertTrue(shown.contains("export VAULT_ADDR='" + options.address() + "'"), shown);
    }

    /** Dev mode with a wanted root token, and the doubles of this class. */
    public static class InDevMode implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "leasehold.dev.enabled", "true",
                    "leasehold.dev.root-token-id", "wanted",
                    "leasehold.sandbox.enabled", "true");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Setup.class, Screen.class);
        }
    }

    /** Answers what it was asked for. */
    @Alternative
    @Priority(1)
    @Singleton
    public static class Setup implements DevSetup {
        static final CompletableFuture<DevOptions> ASKED = new CompletableFuture<>();

        @Override
        public Uni<DevFacts> prepare(DevOptions options) {
            if (Vertx.currentContext() != null && Vertx.currentContext().isEventLoopContext()) {
                ASKED.complete(options);
            }
            return Uni.createFrom()
                    .item(new DevFacts(
                            options.address(),
                            options.rootToken().orElse(SecretString.of("random")),
                            Optional.empty()));
        }
    }

    /** Keeps what is shown. */
    @Alternative
    @Priority(1)
    @Singleton
    static class Screen extends Terminal {
        static final CompletableFuture<String> SHOWN = new CompletableFuture<>();

        Screen() {
            super(new PrintWriter(keeping()), new PrintWriter(OutputStream.nullOutputStream()));
        }

        private static Writer keeping() {
            return new StringWriter() {
                @Override
                public void flush() {
                    SHOWN.complete(toString());
                }
            };
        }
    }
}
