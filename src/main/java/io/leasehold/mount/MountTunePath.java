package io.leasehold.mount;

import io.leasehold.logical.EnginePath;
import io.leasehold.logical.Field;
import io.leasehold.logical.FieldType;
import io.leasehold.logical.FieldValues;
import io.leasehold.logical.GoDuration;
import io.leasehold.logical.Guard;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.SystemPath;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code sys/mounts/PATH/tune}: read the limits that hold, change those that are configured. */
@Singleton
class MountTunePath implements SystemPath {
    private static final String PATH = "path";
    private static final Field<Object> DEFAULT_TTL = new Field<>(
            "default_lease_ttl", FieldType.ANY, "Duration; empty leaves it, system or 0 inherits the server's 768h.");
    private static final Field<Object> MAX_TTL = new Field<>(
            "max_lease_ttl", FieldType.ANY, "Duration; empty leaves it, system or 0 inherits the server's 768h.");
    private static final Field<String> TOKEN_TYPE = Field.string("token_type", "Only for auth mounts.");

    private final Mounts mounts;
    private final MountRepository repository;
    private final EngineCatalog engines;

    MountTunePath(Mounts mounts, MountRepository repository, EngineCatalog engines) {
        this.mounts = mounts;
        this.repository = repository;
        this.engines = engines;
    }

    @Override
    public List<EnginePath.Definition> definitions() {
        return List.of(EnginePath.Definition.at("mounts/{path...}/tune")
                .guardedBy(Guard.TOKEN)
                .understands(DEFAULT_TTL, MAX_TTL, MountFields.DESCRIPTION, MountFields.OPTIONS, TOKEN_TYPE)
                .understands(MountFields.LISTING_VISIBILITY, MountFields.PLUGIN_VERSION)
                .understands(MountFields.LISTS.toArray(Field<?>[]::new))
                .on(Operation.READ, this::read)
                .on(Operation.UPDATE, this::tune)
                .help("Read the lease limits that hold for a mount, or change its configuration."));
    }

    private Uni<LogicalResponse> read(PathRequest request) {
        String path = MountPaths.normalise(request.captured(PATH));
        return mounts.at(request.mount().version())
                .map(table -> table.findAt(path)
                        .map(MountTunePath::show)
                        .orElseThrow(() -> VaultException.invalid("cannot fetch sysview for path \"" + path + "\"")));
    }

    private static LogicalResponse show(Mount mount) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("default_lease_ttl", mount.tuning().effectiveDefault().toSeconds());
        shown.put("description", mount.description());
        shown.put("force_no_cache", mount.tuning().forceNoCache());
        shown.put("max_lease_ttl", mount.tuning().effectiveMax().toSeconds());
        if (mount.options() != null && !mount.options().isEmpty()) {
            shown.put("options", mount.options());
        }
        shown.putAll(mount.tuning().extras());
        return new LogicalResponse.TopLevelData(shown, List.of());
    }

    private Uni<LogicalResponse> tune(PathRequest request) {
        String path = MountPaths.normalise(request.captured(PATH));
        return mounts.at(request.mount().version())
                .map(table -> table.findAt(path)
                        .orElseThrow(() ->
                                VaultException.invalid("tune of path \"" + path + "\" failed: no mount entry found")))
                .invoke(mount -> tuned(mount, request.values()))
                .chain(mount -> repository.change(mount.accessor(), row -> tuned(row, request.values())))
                .map(done -> LogicalResponse.empty());
    }

    private Mount tuned(Mount mount, FieldValues values) {
        refuseWrongKind(mount, values);
        MountTuning tuning = mount.tuning().withExtras(MountFields.extras(values));
        tuning = limit(values, DEFAULT_TTL).map(tuning::withDefaultLeaseTtl).orElse(tuning);
        tuning = limit(values, MAX_TTL).map(tuning::withMaxLeaseTtl).orElse(tuning);
        tuning.requireSoundWhenTuned();
        return new Mount(
                mount.accessor(),
                mount.uuid(),
                mount.path(),
                mount.type(),
                values.getOr(MountFields.DESCRIPTION, mount.description()),
                tuning,
                options(mount, values),
                mount.flags(),
                mount.tainted());
    }

    private static void refuseWrongKind(Mount mount, FieldValues values) {
        if (values.has(TOKEN_TYPE) && !mount.path().startsWith("auth/")) {
            throw VaultException.invalid("'token_type' can only be modified on auth mounts");
        }
        String version = values.getOr(MountFields.PLUGIN_VERSION, "");
        if (!version.isEmpty()) {
            throw VaultException.invalid("plugin not found in the catalog: " + mount.type() + ", version=" + version);
        }
        if (mount.isBuiltIn() && values.has(DEFAULT_TTL) || mount.isBuiltIn() && values.has(MAX_TTL)) {
            Field<?> field = values.has(DEFAULT_TTL) ? DEFAULT_TTL : MAX_TTL;
            throw VaultException.invalid("cannot tune parameter " + field.name() + " of " + mount.path());
        }
    }

    private static Optional<Duration> limit(FieldValues values, Field<Object> field) {
        String text = values.find(field).map(Object::toString).orElse("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.equals("system") ? Duration.ZERO : MountTuning.requirePositive(GoDuration.parse(text)));
        } catch (IllegalArgumentException e) {
            throw VaultException.invalid(e.getMessage());
        }
    }

    private Map<String, String> options(Mount mount, FieldValues values) {
        Map<String, String> changes =
                values.find(MountFields.OPTIONS).map(MountFields::options).orElse(null);
        if (changes == null) {
            return mount.options();
        }
        Map<String, String> merged = new LinkedHashMap<>(mount.options() == null ? Map.of() : mount.options());
        merged.putAll(changes);
        merged.values().removeIf(String::isEmpty);
        engines.find(mount.type()).ifPresent(engine -> engine.checkOptions(merged));
        return merged;
    }
}
