package io.leasehold.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leasehold.logical.Operation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AclTest {
    private static final Acl ROOT = Acl.of(List.of("root"));
    private static final Acl DEFAULT = Acl.of(List.of("default"));
    private static final Acl NOTHING = Acl.of(List.of("unwritten"));

    @ParameterizedTest
    @EnumSource(Operation.class)
    void rootMayDoEverythingEverywhere(Operation operation) {
        // When
        boolean allowed = ROOT.allows(operation, "aws/creds/deploy") && ROOT.allowsSudo("sys/remount");

        // Then
        assertEquals(true, allowed);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "READ, auth/token/lookup-self, true",
        "UPDATE, auth/token/lookup-self, false",
        "UPDATE, auth/token/renew-self, true",
        "UPDATE, auth/token/revoke-self, true",
        "READ, auth/token/revoke-self, false",
        "UPDATE, sys/leases/lookup, true",
        "UPDATE, sys/leases/renew, true",
        "UPDATE, sys/renew, true",
        "UPDATE, sys/leases/renew/aws/creds/deploy/x, false",
        "UPDATE, sys/leases/revoke, false",
        "LIST, sys/leases/lookup/, false",
        "READ, sys/mounts, false",
        "UPDATE, auth/token/create, false",
        "READ, aws/creds/deploy, false",
        "READ, AUTH/token/lookup-self, false",
        "READ, auth/token/lookup-self/, true"
    })
    void theDefaultPolicyCoversTheTokenItselfAndLeasesByTheirId(Operation operation, String path, boolean expected) {
        // When
        boolean allowed = DEFAULT.allows(operation, path);

        // Then
        assertEquals(expected, allowed);
    }

    @ParameterizedTest
    @CsvSource({"auth/token/lookup-self", "sys/leases/lookup", "sys/remount"})
    void theDefaultPolicyGivesNoSudo(String path) {
        // When
        boolean allowed = DEFAULT.allowsSudo(path);

        // Then
        assertEquals(false, allowed);
    }

    @ParameterizedTest
    @EnumSource(value = Operation.class, mode = EnumSource.Mode.EXCLUDE, names = "HELP")
    void aPolicyThatDoesNotExistGrantsNothing(Operation operation) {
        // When
        boolean allowed = NOTHING.allows(operation, "auth/token/lookup-self");

        // Then
        assertEquals(false, allowed);
    }

    @ParameterizedTest
    @CsvSource({"sys/mounts", "aws/creds/deploy"})
    void helpIsOpenToEveryToken(String path) {
        // When
        boolean allowed = NOTHING.allows(Operation.HELP, path);

        // Then
        assertEquals(true, allowed);
    }

    @ParameterizedTest(name = "{0}: default {1}")
    @CsvSource({"sys/, true", "auth/token/, true", "aws/, false"})
    void aMountIsReachedThroughAnyRuleBelowIt(String mount, boolean expected) {
        // When
        boolean reached = DEFAULT.reaches(mount);

        // Then
        assertEquals(expected, reached);
    }

    @ParameterizedTest(name = "{0} takes {1}: {2}")
    @CsvSource({
        "aws/creds/x, aws/creds/x, true",
        "aws/creds/x, aws/creds/xy, false",
        "aws/creds/*, aws/creds/x, true",
        "aws/creds/*, aws/creds/, true",
        "aws/cr*, aws/creds/x, true",
        "aws/creds/*, aws/creds, false",
        "*, anything, true"
    })
    void aRuleIsExactUnlessItEndsInAStar(String rule, String path, boolean expected) {
        // When
        boolean matches = new PathRule(rule, java.util.Set.of()).matches(path);

        // Then
        assertEquals(expected, matches);
    }
}
