package io.leasehold.mount;

import io.leasehold.logical.EnginePath;
import io.leasehold.logical.Field;
import io.leasehold.logical.FieldValues;
import io.leasehold.logical.Guard;
import io.leasehold.logical.Ids;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.SecretsEngine;
import io.leasehold.logical.SystemPath;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code sys/mounts/PATH}: enable, read and disable a secrets engine. */
@Singleton
class MountPath implements SystemPath {
    private static final String PATH = "path";
    private final Mounts mounts;
    private final MountLifecycle lifecycle;
    private final EngineCatalog engines;
    private final Ids ids;

    MountPath(Mounts mounts, MountLifecycle lifecycle, EngineCatalog engines, Ids ids) {
        this.mounts = mounts;
        this.lifecycle = lifecycle;
        this.engines = engines;
        this.ids = ids;
    }

    @Override
    public List<EnginePath.Definition> definitions() {
        return List.of(EnginePath.Definition.at("mounts/{path...}")
                .guardedBy(Guard.TOKEN)
                .understands(MountFields.TYPE, MountFields.DESCRIPTION, MountFields.CONFIG, MountFields.OPTIONS)
                .understands(MountFields.LOCAL, MountFields.SEAL_WRAP, MountFields.EXTERNAL_ENTROPY_ACCESS)
                .understands(MountFields.PLUGIN_NAME, MountFields.PLUGIN_VERSION)
                .on(Operation.READ, this::read)
                .on(Operation.UPDATE, this::enable)
                .on(Operation.DELETE, this::disable)
                .help("Mount a secrets engine at a path, read its configuration, or disable it. Disabling revokes "
                        + "every lease under the path first."));
    }

    private Uni<LogicalResponse> read(PathRequest request) {
        String path = MountPaths.normalise(request.captured(PATH));
        return mounts.at(request.mount().version())
                .map(table -> table.findAt(path)
                        .<LogicalResponse>map(mount -> new LogicalResponse.TopLevelData(MountInfo.of(mount), List.of()))
                        .orElseThrow(() -> VaultException.invalid("No secret engine mount at " + path)));
    }

    private Uni<LogicalResponse> enable(PathRequest request) {
        return lifecycle.enable(toMount(request)).map(done -> LogicalResponse.empty());
    }

    private Uni<LogicalResponse> disable(PathRequest request) {
        return lifecycle.disable(MountPaths.normalise(request.captured(PATH))).map(done -> LogicalResponse.empty());
    }

    private Mount toMount(PathRequest request) {
        FieldValues values = request.values();
        SecretsEngine engine = engines.getForEnable(type(values));
        MountTuning tuning = tuning(values.getOr(MountFields.CONFIG, Map.of()));
        Map<String, String> options = options(request, values);
        engine.checkOptions(options == null ? Map.of() : options);
        tuning.requireSoundWhenEnabled();
        return new Mount(
                engine.type() + "_" + ids.hex(8),
                ids.uuid(),
                MountPaths.normalise(request.captured(PATH)),
                engine.type(),
                values.getOr(MountFields.DESCRIPTION, ""),
                tuning,
                options,
                new Mount.Flags(
                        values.getOr(MountFields.LOCAL, false),
                        values.getOr(MountFields.SEAL_WRAP, false),
                        values.getOr(MountFields.EXTERNAL_ENTROPY_ACCESS, false)),
                false);
    }

    private static String type(FieldValues values) {
        String type = values.getOr(MountFields.TYPE, "");
        if (!type.equals("plugin")) {
            return type;
        }
        String name = values.getOr(MountFields.PLUGIN_NAME, "");
        if (name.isEmpty()) {
            throw VaultException.invalid("plugin_name must be provided for plugin backend");
        }
        return name;
    }

    private static Map<String, String> options(PathRequest request, FieldValues values) {
        boolean absent = !request.request().data().containsKey(MountFields.OPTIONS.name());
        return absent
                ? Map.of()
                : MountFields.options(values.find(MountFields.OPTIONS).orElse(null));
    }

    private static MountTuning tuning(Map<String, Object> config) {
        List<Field<?>> fields = new ArrayList<>(MountFields.LISTS);
        fields.add(MountFields.LISTING_VISIBILITY);
        fields.add(MountFields.FORCE_NO_CACHE);
        FieldValues values = FieldValues.read(fields, config);
        return new MountTuning(
                MountTuning.parse("default", config.get("default_lease_ttl")),
                MountTuning.parse("max", config.get("max_lease_ttl")),
                values.getOr(MountFields.FORCE_NO_CACHE, false),
                MountFields.extras(values));
    }
}
