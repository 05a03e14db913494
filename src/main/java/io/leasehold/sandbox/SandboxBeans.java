package io.leasehold.sandbox;

import io.leasehold.sandbox.account.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Makes the one seeded sandbox of a running server, on first use. */
@ApplicationScoped
class SandboxBeans {

    /** The seeded sandbox with the key of its VaultRunner. */
    @Produces
    @Singleton
    SeededSandbox seededSandbox(SandboxConfig config, Instance<Clock> clock) {
        SecureRandom random = new SecureRandom();
        Clock time = clock.isResolvable() ? clock.get() : Clock.systemUTC();
        SandboxAws sandbox = new SandboxAws(config.accountId(), time, new Ids(random, random));
        if (config.accessKeyId().isPresent() != config.secretAccessKey().isPresent()) {
            throw new IllegalStateException(
                    "leasehold.sandbox.access-key-id and leasehold.sandbox.secret-access-key go together");
        }
        SandboxSeed seed = new SandboxSeed(sandbox);
        return config.accessKeyId()
                .map(id -> seed.plant(id, config.secretAccessKey().orElseThrow()))
                .orElseGet(seed::plant);
    }
}
