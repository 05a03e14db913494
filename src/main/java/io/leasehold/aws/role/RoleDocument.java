package io.leasehold.aws.role;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;

/** The stored form of a role. Its own mapper, so that no setting of the edge can change what is at rest. */
final class RoleDocument {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RoleDocument() {}

    static String write(AwsRole role) {
        try {
            return JSON.writeValueAsString(role);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AwsRole read(String document) {
        try {
            return JSON.readValue(document, AwsRole.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
