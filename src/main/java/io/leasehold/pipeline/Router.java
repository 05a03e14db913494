package io.leasehold.pipeline;

import io.leasehold.logical.Engine;
import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.GoText;
import io.leasehold.logical.LogicalRequest;
import io.leasehold.logical.MountPoint;
import io.leasehold.logical.VaultException;
import io.leasehold.mount.Mount;
import io.leasehold.mount.Mounts;
import io.leasehold.token.TokenAuthenticator.Identified;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the mount and the path that serve a request. */
@Singleton
class Router {
    private final Mounts mounts;
    private final Map<String, PathIndex> indexes;

    Router(Mounts mounts, @All List<Engine> engines) {
        this.mounts = mounts;
        this.indexes = engines.stream().collect(Collectors.toMap(Engine::type, PathIndex::new));
    }

    /** Asks every engine for its paths before the first request: one that leaves something unsaid stops the start. */
    void prepare(@Observes StartupEvent start) {
        Log.debugf("engines: %s", indexes.keySet());
    }

    Uni<Exchange> route(LogicalRequest request, Identified identified) {
        return mounts.at(identified.version())
                .map(table -> table.findFor(request.path())
                        .map(mount -> inside(mount, request, identified))
                        .orElseGet(() -> new Exchange(request, identified, Optional.empty(), noHandler(request, ""))));
    }

    private Exchange inside(Mount mount, LogicalRequest request, Identified identified) {
        MountPoint point = mount.toMountPoint(identified.version());
        Route route = mount.tainted() ? noHandler(request, "route entry is tainted.") : find(point, request);
        return new Exchange(request, identified, Optional.of(point), route);
    }

    private Route find(MountPoint point, LogicalRequest request) {
        String path = request.path();
        boolean isMountItself = path.length() < point.path().length();
        return indexes.get(point.type())
                .find(request, isMountItself ? "" : path.substring(point.path().length()));
    }

    private static Route noHandler(LogicalRequest request, String reason) {
        String text = "no handler for route " + GoText.quote(request.path()) + ". "
                + (reason.isEmpty() ? "route entry not found." : reason);
        return new Route.Nowhere(new VaultException(ErrorKind.NO_ROUTE, text));
    }
}
