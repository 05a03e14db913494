package io.leasehold.mount;

import io.leasehold.logical.EnginePath;
import io.leasehold.logical.Guard;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.SystemPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code sys/mounts}: all secrets engines that are mounted. */
@Singleton
class MountsPath implements SystemPath {
    private final Mounts mounts;

    MountsPath(Mounts mounts) {
        this.mounts = mounts;
    }

    @Override
    public List<EnginePath.Definition> definitions() {
        return List.of(EnginePath.Definition.at("mounts")
                .guardedBy(Guard.TOKEN)
                .on(Operation.READ, this::read)
                .help("List the mounted secrets engines with their configuration."));
    }

    private Uni<LogicalResponse> read(PathRequest request) {
        return mounts.at(request.mount().version()).map(MountsPath::show);
    }

    private static LogicalResponse show(MountTable table) {
        Map<String, MountInfo> shown = new LinkedHashMap<>();
        table.all().stream()
                .filter(mount -> !mount.path().startsWith("auth/"))
                .forEach(mount -> shown.put(mount.path(), MountInfo.of(mount)));
        return new LogicalResponse.TopLevelData(shown, List.of());
    }
}
