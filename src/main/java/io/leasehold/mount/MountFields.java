package io.leasehold.mount;

import io.leasehold.logical.Field;
import io.leasehold.logical.FieldType;
import io.leasehold.logical.FieldValues;
import io.leasehold.logical.VaultException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a body may say about a mount. */
final class MountFields {
    static final Field<String> TYPE = Field.string("type", "Type of the engine, such as aws.");
    static final Field<String> DESCRIPTION = Field.string("description", "Free text for people.");
    static final Field<Map<String, Object>> CONFIG =
            Field.object("config", "Limits and other settings: default_lease_ttl, max_lease_ttl, …");
    static final Field<Object> OPTIONS =
            new Field<>("options", FieldType.ANY, "Options of the engine, names with texts; aws takes sts_renewal.");
    static final Field<Boolean> LOCAL = Field.bool("local", "Accepted and read back.");
    static final Field<Boolean> SEAL_WRAP = Field.bool("seal_wrap", "Accepted and read back.");
    static final Field<Boolean> EXTERNAL_ENTROPY_ACCESS =
            Field.bool("external_entropy_access", "Accepted and read back.");
    static final Field<String> PLUGIN_NAME = Field.string("plugin_name", "For the type plugin: the engine's type.");
    static final Field<String> PLUGIN_VERSION = Field.string("plugin_version", "Built-in engines have none.");

    static final Field<Boolean> FORCE_NO_CACHE = Field.bool("force_no_cache", "Accepted and read back.");

    /** Settings without a rule of their own: kept by wire name and read back. */
    static final List<Field<List<String>>> LISTS = List.of(
            Field.list("audit_non_hmac_request_keys", "Request keys that audit devices show in clear."),
            Field.list("audit_non_hmac_response_keys", "Response keys that audit devices show in clear."),
            Field.list("passthrough_request_headers", "Request headers handed to the engine."),
            Field.list("allowed_response_headers", "Response headers that the engine may set."),
            Field.list("allowed_managed_keys", "Accepted and read back."),
            Field.list("delegated_auth_accessors", "Accepted and read back."));

    static final Field<String> LISTING_VISIBILITY =
            Field.string("listing_visibility", "unauth shows the mount to callers without a token; or hidden.");
    private static final Set<String> VISIBILITIES = Set.of("", "unauth", "hidden");

    private MountFields() {}

    /**
     * The settings of {@link #LISTS} and the visibility, those that were sent.
     *
     * @throws VaultException 400 for an unknown visibility
     */
    static Map<String, Object> extras(FieldValues values) {
        Map<String, Object> extras = new LinkedHashMap<>();
        LISTS.forEach(list -> values.find(list).ifPresent(names -> extras.put(list.name(), names)));
        values.find(LISTING_VISIBILITY)
                .map(MountFields::requireVisibility)
                .ifPresent(visibility -> extras.put(LISTING_VISIBILITY.name(), visibility));
        return extras;
    }

    private static String requireVisibility(String visibility) {
        if (!VISIBILITIES.contains(visibility)) {
            throw VaultException.invalid("invalid listing_visibility " + visibility);
        }
        return visibility;
    }

    /**
     * Options as texts; {@code null} stays {@code null}.
     *
     * @throws VaultException 400 when they are no object
     */
    static Map<String, String> options(Object raw) {
        return raw == null
                ? null
                : FieldValues.read(List.of(TEXTS), Map.of("options", raw)).getOr(TEXTS, Map.of());
    }

    private static final Field<Map<String, String>> TEXTS = Field.pairs("options", "Names with texts.");
}
