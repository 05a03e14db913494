package io.leasehold.mount;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leasehold.logical.ConfigurationVersion;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountTableTest {
    private static final MountTable TABLE = new MountTable(
            new ConfigurationVersion(7),
            Stream.of("sys/", "auth/token/", "aws/", "team/prod/aws/", "team/prod/aws2/")
                    .map(MountTableTest::mount)
                    .toList());

    @ParameterizedTest(name = "{0} is served by {1}")
    @CsvSource({
        "aws/creds/deploy, aws/",
        "aws/, aws/",
        "aws, aws/",
        "aws//creds, aws/",
        "team/prod/aws/roles/x, team/prod/aws/",
        "team/prod/aws2/roles/x, team/prod/aws2/",
        "team/prod/aws, team/prod/aws/",
        "sys/mounts/aws/creds, sys/",
        "auth/token/create, auth/token/"
    })
    void theLongestMountServesAPath(String path, String mount) {
        // When
        Optional<String> found = TABLE.findFor(path).map(Mount::path);

        // Then
        assertEquals(Optional.of(mount), found);
    }

    @ParameterizedTest
    @CsvSource({"team/prod/aw", "team/prod", "awsx/creds", "AWS/creds", "auth/userpass/login", "''", "x"})
    void aPathBelowNoMountIsServedByNone(String path) {
        // When
        Optional<Mount> found = TABLE.findFor(path);

        // Then
        assertEquals(Optional.empty(), found);
    }

    @ParameterizedTest(name = "{0} collides with {1}")
    @CsvSource({"aws/, aws/", "aws/x/, aws/", "team/, team/prod/aws/", "team/prod/aws/x/y/, team/prod/aws/"})
    void mountsMayNotNest(String path, String existing) {
        // When
        Optional<String> collision = TABLE.findCollision(path).map(Mount::path);

        // Then
        assertEquals(Optional.of(existing), collision);
    }

    @ParameterizedTest
    @CsvSource({"aws3/", "aw/", "team2/", "team/prod/aws3/"})
    void neighboursDoNotCollide(String path) {
        // When
        Optional<Mount> collision = TABLE.findCollision(path);

        // Then
        assertEquals(Optional.empty(), collision);
    }

    @Test
    void aMountPointIsFoundByItsAccessorAtTheVersionOfTheTable() {
        // When
        var point = TABLE.findPoint("memory_aws/").orElseThrow();

        // Then
        assertEquals("aws/", point.path());
        assertEquals(new ConfigurationVersion(7), point.version());
        assertEquals(Duration.ofHours(768), point.maxLeaseTtl());
    }

    private static Mount mount(String path) {
        return new Mount(
                "memory_" + path,
                "uuid",
                path,
                "memory",
                "",
                new MountTuning(Duration.ZERO, Duration.ZERO, false, Map.of()),
                null,
                new Mount.Flags(false, false, false),
                false);
    }
}
