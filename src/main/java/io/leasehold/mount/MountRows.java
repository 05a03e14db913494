package io.leasehold.mount;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/** Turns mounts into rows and back. */
@Singleton
class MountRows {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
    private final ObjectMapper json;

    MountRows(ObjectMapper json) {
        this.json = json;
    }

    Mount toMount(MountEntity row) {
        MountTuning tuning = new MountTuning(
                Duration.ofSeconds(row.defaultLeaseTtl),
                Duration.ofSeconds(row.maxLeaseTtl),
                row.forceNoCache,
                read(row.tuning, VALUES));
        Mount.Flags flags = new Mount.Flags(row.local, row.sealWrap, row.externalEntropyAccess);
        return new Mount(
                row.accessor,
                row.uuid,
                row.path,
                row.type,
                row.description,
                tuning,
                row.options == null ? null : read(row.options, TEXTS),
                flags,
                row.tainted);
    }

    void copy(Mount mount, MountEntity row) {
        row.accessor = mount.accessor();
        row.uuid = mount.uuid();
        row.path = mount.path();
        row.type = mount.type();
        row.description = mount.description();
        row.defaultLeaseTtl = mount.tuning().defaultLeaseTtl().toSeconds();
        row.maxLeaseTtl = mount.tuning().maxLeaseTtl().toSeconds();
        row.forceNoCache = mount.tuning().forceNoCache();
        row.local = mount.flags().local();
        row.sealWrap = mount.flags().sealWrap();
        row.externalEntropyAccess = mount.flags().externalEntropyAccess();
        row.options = mount.options() == null ? null : write(mount.options());
        row.tuning = write(mount.tuning().extras());
        row.tainted = mount.tainted();
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
