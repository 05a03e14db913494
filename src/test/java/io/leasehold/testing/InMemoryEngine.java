package io.leasehold.testing;

import io.leasehold.logical.EnginePath;
import io.leasehold.logical.Field;
import io.leasehold.logical.FieldType;
import io.leasehold.logical.FieldValues;
import io.leasehold.logical.Guard;
import io.leasehold.logical.Ids;
import io.leasehold.logical.Issuance;
import io.leasehold.logical.LeaseTerms;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.MountPoint;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.Renewal;
import io.leasehold.logical.Revocation;
import io.leasehold.logical.SecretString;
import io.leasehold.logical.SecretsEngine;
import io.leasehold.logical.StoredUndo;
import io.leasehold.logical.Undo;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A whole secrets engine without a cloud, of the type {@code memory}: {@code creds/NAME} makes accounts that must be
 * deleted, {@code sessions/NAME} gives sessions that end on their own, {@code config} has a field of each type.
 */
@Singleton
public class InMemoryEngine implements SecretsEngine {
    /** The type to mount. */
    public static final String TYPE = "memory";

    private static final String ACCOUNT = "account";
    private static final String SESSION = "session";
    private static final Field<Duration> TTL = Field.duration("ttl", "How long; 0 for the mount's default.");
    private static final Field<Duration> MAX_TTL = Field.duration("max_ttl", "At the most; 0 for the mount's maximum.");
    private static final List<Field<?>> SETTINGS = List.of(
            Field.string("text", "A text."),
            Field.integer("number", "A number."),
            Field.bool("flag", "A flag."),
            Field.duration("time", "A duration."),
            Field.list("names", "A list."),
            Field.pairs("pairs", "Names with texts."),
            Field.object("object", "An object."),
            new Field<>("anything", FieldType.ANY, "Anything."));

    private final Map<String, MemoryWorld> worlds = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> stored = new ConcurrentHashMap<>();
    private final Ids ids;

    InMemoryEngine(Ids ids) {
        this.ids = ids;
    }

    /** The world behind a mount, found by its path with the slash. */
    public MemoryWorld at(String mountPath) {
        return worlds.computeIfAbsent(mountPath, path -> new MemoryWorld());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String help() {
        return "Accounts and sessions of a world in memory.";
    }

    @Override
    public List<EnginePath> paths() {
        return List.of(
                () -> EnginePath.Definition.at("config")
                        .guardedBy(Guard.TOKEN)
                        .understands(SETTINGS.toArray(Field<?>[]::new))
                        .on(Operation.READ, request -> answer(stored.get(key(request))))
                        .on(Operation.UPDATE, this::store)
                        .on(Operation.DELETE, this::forget)
                        .help("A field of each type, read back as it was understood."),
                () -> EnginePath.Definition.at("things/?")
                        .guardedBy(Guard.TOKEN)
                        .on(Operation.LIST, request -> item(new LogicalResponse.Keys(names(request))))
                        .help("Names of the things."),
                () -> EnginePath.Definition.at("things/{name}")
                        .guardedBy(Guard.TOKEN)
                        .understands(SETTINGS.toArray(Field<?>[]::new))
                        .on(Operation.READ, request -> answer(stored.get(key(request))))
                        .on(Operation.UPDATE, this::store)
                        .on(Operation.DELETE, this::forget)
                        .help("A thing."),
                () -> issuing("creds/{name}", this::account, "An account that must be deleted."),
                () -> issuing("sessions/{name}", this::session, "A session that ends on its own."));
    }

    private static EnginePath.Definition issuing(
            String pattern, Function<PathRequest, Issuance> issuance, String help) {
        return EnginePath.Definition.at(pattern)
                .guardedBy(Guard.TOKEN)
                .understands(TTL, MAX_TTL)
                .on(Operation.READ, request -> item(new LogicalResponse.Issue(issuance.apply(request), List.of())))
                .on(Operation.UPDATE, request -> item(new LogicalResponse.Issue(issuance.apply(request), List.of())))
                .help(help);
    }

    private Issuance account(PathRequest request) {
        MemoryUndo undo = undo(ACCOUNT, request);
        LeaseTerms terms = LeaseTerms.renewable(
                request.values().getOr(TTL, Duration.ZERO), request.values().getOr(MAX_TTL, Duration.ZERO));
        Uni<Issuance.Credentials> work = at(request.mount().path())
                .create(undo.name())
                .map(made -> new Issuance.Credentials(credentials(undo), terms, List.of()));
        return new Issuance.PendingFirst(undo, terms, work);
    }

    private Issuance session(PathRequest request) {
        MemoryUndo undo = undo(SESSION, request);
        LeaseTerms terms = LeaseTerms.fixed(request.values().getOr(TTL, Duration.ofHours(1)));
        return new Issuance.AnswerFirst(
                undo,
                Uni.createFrom()
                        .item(() -> new Issuance.Credentials(credentials(undo), terms, List.of("from memory"))));
    }

    private MemoryUndo undo(String kind, PathRequest request) {
        return new MemoryUndo(
                kind,
                request.captured("name") + "-" + ids.base62(8),
                request.values().getOr(TTL, Duration.ZERO).toSeconds(),
                request.values().getOr(MAX_TTL, Duration.ZERO).toSeconds());
    }

    private Credentials credentials(MemoryUndo undo) {
        return new Credentials(undo.name(), SecretString.of(ids.base62(16)));
    }

    private Uni<LogicalResponse> store(PathRequest request) {
        Map<String, Object> understood = new LinkedHashMap<>();
        FieldValues values = request.values();
        SETTINGS.forEach(field -> values.find(field).ifPresent(value -> understood.put(field.name(), show(value))));
        stored.put(key(request), understood);
        return item(LogicalResponse.empty());
    }

    private static Object show(Object value) {
        return value instanceof Duration duration ? (Object) duration.toSeconds() : value;
    }

    private Uni<LogicalResponse> forget(PathRequest request) {
        stored.remove(key(request));
        return item(LogicalResponse.empty());
    }

    private List<String> names(PathRequest request) {
        String prefix = request.mount().accessor() + "/things/";
        return stored.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .sorted()
                .toList();
    }

    private static String key(PathRequest request) {
        return request.mount().accessor() + "/" + request.path();
    }

    private static Uni<LogicalResponse> answer(Map<String, Object> data) {
        return item(data == null ? LogicalResponse.empty() : LogicalResponse.data(data));
    }

    private static Uni<LogicalResponse> item(LogicalResponse response) {
        return Uni.createFrom().item(response);
    }

    @Override
    public Uni<Void> revoke(Revocation revocation) {
        return at(revocation.mount().path())
                .delete(MemoryUndo.of(revocation.undo()).name(), revocation.age());
    }

    @Override
    public Uni<Renewal> renew(MountPoint mount, StoredUndo undo) {
        MemoryUndo found = MemoryUndo.of(undo);
        if (undo.kind().equals(ACCOUNT)) {
            return Uni.createFrom()
                    .item(new Renewal.Extend(
                            LeaseTerms.renewable(Duration.ofSeconds(found.ttl()), Duration.ofSeconds(found.maxTtl()))));
        }
        return Uni.createFrom()
                .item(
                        mount.option("renewal").equals("never")
                                ? new Renewal.Refuse()
                                : new Renewal.Remains(List.of("a session is not extended")));
    }

    @Override
    public Uni<Void> forget(MountPoint mount) {
        stored.keySet().removeIf(key -> key.startsWith(mount.accessor() + "/"));
        return Uni.createFrom().voidItem();
    }

    /** Whether anything is still stored for a mount. */
    public boolean remembers(String accessor) {
        return stored.keySet().stream().anyMatch(key -> key.startsWith(accessor + "/"));
    }

    @Override
    public void checkOptions(Map<String, String> options) {
        if (options.containsKey("version")) {
            throw VaultException.invalid("secrets engine \"memory\" does not allow setting a version");
        }
        if (!Set.of("", "never").contains(options.getOrDefault("renewal", ""))) {
            throw VaultException.invalid("renewal must be never");
        }
    }

    private record Credentials(String account, SecretString password) {}

    private record MemoryUndo(String kind, String name, long ttl, long maxTtl) implements Undo {
        static MemoryUndo of(StoredUndo undo) {
            Map<String, String> facts = undo.facts();
            return new MemoryUndo(
                    undo.kind(),
                    facts.get("name"),
                    Long.parseLong(facts.get("ttl")),
                    Long.parseLong(facts.get("max_ttl")));
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("name", name, "ttl", String.valueOf(ttl), "max_ttl", String.valueOf(maxTtl));
        }

        @Override
        public boolean leavesTrace() {
            return kind.equals(ACCOUNT);
        }
    }
}
