package io.leasehold.pipeline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.leasehold.logical.EnginePath;
import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.Guard;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.SystemPath;
import io.leasehold.logical.VaultException;
import io.leasehold.mount.Mount;
import io.leasehold.mount.MountInfo;
import io.leasehold.mount.MountTable;
import io.leasehold.mount.Mounts;
import io.leasehold.policy.Acl;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code sys/internal/ui/mounts}: the mounts that the caller can reach, and the one that serves a path. */
@Singleton
class VisibleMountsPath implements SystemPath {
    private final Mounts mounts;

    VisibleMountsPath(Mounts mounts) {
        this.mounts = mounts;
    }

    @Override
    public List<EnginePath.Definition> definitions() {
        return List.of(
                EnginePath.Definition.at("internal/ui/mounts")
                        .guardedBy(Guard.OPEN)
                        .on(Operation.READ, this::list)
                        .help("Mounts that the caller can reach; without a token those that are listed openly."),
                EnginePath.Definition.at("internal/ui/mounts/{path...}")
                        .guardedBy(Guard.OPEN)
                        .on(Operation.READ, this::find)
                        .help("The mount that serves a path, if the caller can reach it."));
    }

    private Uni<LogicalResponse> list(PathRequest request) {
        Acl acl = Acl.of(request.caller().policies());
        return mounts.at(request.mount().version())
                .map(table -> LogicalResponse.data(
                        Map.of("auth", visible(table, acl, true), "secret", visible(table, acl, false))));
    }

    private static Map<String, Object> visible(MountTable table, Acl acl, boolean auth) {
        Map<String, Object> visible = new LinkedHashMap<>();
        table.all().stream()
                .filter(mount -> mount.path().startsWith("auth/") == auth)
                .forEach(mount -> show(mount, acl, visible));
        return visible;
    }

    private static void show(Mount mount, Acl acl, Map<String, Object> visible) {
        String path = mount.path().startsWith("auth/") ? mount.path().substring("auth/".length()) : mount.path();
        if (acl.reaches(mount.path())) {
            visible.put(path, MountInfo.of(mount));
        } else if ("unauth".equals(mount.tuning().extras().get("listing_visibility"))) {
            visible.put(path, new OpenMount(mount.description(), mount.options(), mount.type()));
        }
    }

    private Uni<LogicalResponse> find(PathRequest request) {
        if (request.caller().accessor().isEmpty()) {
            return Uni.createFrom().failure(new VaultException(ErrorKind.PERMISSION_DENIED, "permission denied"));
        }
        String path = request.captured("path");
        Acl acl = Acl.of(request.caller().policies());
        return mounts.at(request.mount().version())
                .map(table -> table.findFor(path)
                        .filter(mount -> acl.reaches(mount.path()))
                        .<LogicalResponse>map(
                                mount -> LogicalResponse.data(new PathMount(mount.path(), MountInfo.of(mount))))
                        .orElseThrow(() -> unreachable(path)));
    }

    private static VaultException unreachable(String path) {
        String asked = path.endsWith("/") ? path : path + "/";
        return new VaultException(
                ErrorKind.PERMISSION_DENIED,
                "preflight capability check returned 403, please ensure client's policies grant access to path \""
                        + asked + "\"");
    }

    private record OpenMount(String description, Map<String, String> options, String type) {}

    private record PathMount(String path, @JsonUnwrapped MountInfo mount) {}
}
