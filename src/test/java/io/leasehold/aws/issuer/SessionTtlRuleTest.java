package io.leasehold.aws.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leasehold.aws.issuer.SessionTtlRule.SessionTtl;
import io.leasehold.aws.role.AwsRole;
import io.leasehold.aws.role.RoleDraft;
import io.leasehold.logical.ConfigurationVersion;
import io.leasehold.logical.GoDuration;
import io.leasehold.logical.MountPoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTtlRuleTest {
    @ParameterizedTest(name = "wish {0}, default {1}, max {2}, mount {3}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,  0,   0,   768h, 1h,  ''",
                "-,  30m, 0,   768h, 30m, ''",
                "2h, 30m, 0,   768h, 2h,  ''",
                "0,  30m, 0,   768h, 0,   ''",
                "5m, 0,   0,   768h, 5m,  ''",
                "1h, 0,   1h,  30m,  1h,  ''",
                "1h, 0,   20m, 768h, 20m, max_sts_ttl of the role",
                "-,  0,   20m, 768h, 20m, max_sts_ttl of the role",
                "-,  0,   0,   30m,  30m, max_lease_ttl of the mount",
                "2h, 0,   0,   30m,  30m, max_lease_ttl of the mount"
            })
    void theTtlIsTheWishUnderTheCeiling(
            String wish, String roleDefault, String roleMax, String mountMax, String expected, String ceiling) {
        // Given
        AwsRole role = new RoleDraft("assumed_role")
                .defaultStsTtl(GoDuration.parse(roleDefault))
                .maxStsTtl(GoDuration.parse(roleMax))
                .role();

        // When
        SessionTtl ttl = SessionTtlRule.decide(Optional.ofNullable(wish).map(GoDuration::parse), role, mount(mountMax));

        // Then
        assertEquals(GoDuration.parse(expected), ttl.duration());
        List<String> warnings = ceiling.isEmpty()
                ? List.of()
                : List.of("TTL of \"" + (wish == null ? "1h" : wish) + "\" exceeds the " + ceiling + ", \"" + expected
                        + "\"; the credentials were requested for \"" + expected + "\"");
        assertEquals(warnings, ttl.warnings());
    }

    private static MountPoint mount(String max) {
        Duration most = GoDuration.parse(max);
        return new MountPoint("aws_1", "aws/", "aws", most, most, Map.of(), new ConfigurationVersion(1));
    }
}
