package io.leasehold.server;

import io.leasehold.logical.SecretString;
import io.quarkus.runtime.Quarkus;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The frame of dev mode: when HTTP is up, the setup is run and the banner shown. Outside dev mode it does nothing.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/dev-server">Dev server mode</a>
 */
@Singleton
class DevMode {
    private static final Logger LOG = Logger.getLogger(DevMode.class);
    private final DevConfig config;
    private final boolean sandbox;
    private final Instance<DevSetup> setups;
    private final Terminal terminal;

    DevMode(
            DevConfig config,
            @ConfigProperty(name = StartConfig.SANDBOX_ENABLED, defaultValue = "false") boolean sandbox,
            Instance<DevSetup> setups,
            Terminal terminal) {
        this.config = config;
        this.sandbox = sandbox;
        this.setups = setups;
        this.terminal = terminal;
    }

    void whenHttpIsUp(@ObservesAsync HttpServerStart start, HttpServer server, Vertx vertx) {
        if (config.enabled() && setups.isResolvable()) {
            final DevOptions options = options(start.options().getHost(), server.getPort());
            final Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(nothing -> prepare(options));
        }
    }

    private DevOptions options(String host, int port) {
        return new DevOptions(
                new ListenAddress(host, port).url(), config.rootTokenId().map(SecretString::of), sandbox);
    }

    private void prepare(DevOptions options) {
        setups.get().prepare(options).map(DevBanner::text).subscribe().with(this::show, DevMode::giveUp);
    }

    private void show(String banner) {
        terminal.out().print(banner);
        terminal.out().flush();
    }

    private static void giveUp(Throwable problem) {
        LOG.error("Dev mode could not be prepared", problem);
        Quarkus.asyncExit(1);
    }
}
