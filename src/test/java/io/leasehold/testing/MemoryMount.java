package io.leasehold.testing;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An {@link InMemoryEngine} mounted at a path of its own, gone with everything below it when closed. */
public final class MemoryMount implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private final VaultDriver vault;
    private final InMemoryEngine engine;
    private final String path;

    private MemoryMount(VaultDriver vault, InMemoryEngine engine, String path) {
        this.vault = vault;
        this.engine = engine;
        this.path = path;
    }

    /** Mounts it with what else a body may say. */
    public static MemoryMount enable(VaultDriver vault, InMemoryEngine engine, Object... config) {
        String path = "team-" + COUNT.incrementAndGet() + "/memory";
        Map<String, Object> body = VaultDriver.body("type", InMemoryEngine.TYPE, "config", VaultDriver.body(config));
        vault.root().write("sys/mounts/" + path, body).expect(204);
        return new MemoryMount(vault, engine, path);
    }

    /** Its path without the slash at the end. */
    public String path() {
        return path;
    }

    /** A path below it. */
    public String path(String below) {
        return path + "/" + below;
    }

    /** What stands behind it. */
    public MemoryWorld world() {
        return engine.at(path + "/");
    }

    /** An account under lease, made by a root token. */
    public String issueAccount(String query) {
        return vault.root().read(path("creds/deploy" + query)).expect(200).leaseId();
    }

    /** A session under lease, made by a root token. */
    public String issueSession(String query) {
        return vault.root().read(path("sessions/deploy" + query)).expect(200).leaseId();
    }

    @Override
    public void close() {
        vault.root().write("sys/leases/revoke-force/" + path).expect(204);
        vault.root().delete("sys/mounts/" + path).expect(204);
    }
}
