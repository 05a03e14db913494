package io.leasehold.aws.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leasehold.aws.AwsPath;
import io.leasehold.logical.EnginePath;
import io.leasehold.logical.Guard;
import io.leasehold.logical.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AwsPathsTest {
    private static final List<EnginePath.Definition> DEFINITIONS = List.<AwsPath>of(
                    new ConfigRootPath(null, null),
                    new RotateRootPath(null),
                    new ConfigLeasePath(null),
                    new RolesPath(null),
                    new RolePath(null, null),
                    new CredsPath(null),
                    new StsPath(null))
            .stream()
            .map(EnginePath::definition)
            .toList();

    @Test
    void eachPathHasItsOperations() {
        // When
        Map<String, Set<Operation>> operations = DEFINITIONS.stream()
                .collect(Collectors.toMap(
                        path -> path.pattern().toString(),
                        path -> path.operations().keySet()));

        // Then
        assertEquals(
                Map.of(
                        "config/root", Set.of(Operation.READ, Operation.UPDATE),
                        "config/rotate-root", Set.of(Operation.UPDATE),
                        "config/lease", Set.of(Operation.READ, Operation.UPDATE),
                        "roles/?", Set.of(Operation.LIST),
                        "roles/{name}", Set.of(Operation.READ, Operation.UPDATE, Operation.DELETE),
                        "creds/{name}", Set.of(Operation.READ, Operation.UPDATE),
                        "sts/{name}", Set.of(Operation.READ, Operation.UPDATE)),
                operations);
    }

    @Test
    void eachPathDemandsAToken() {
        // When
        Set<Guard> guards =
                DEFINITIONS.stream().map(EnginePath.Definition::guard).collect(Collectors.toSet());

        // Then
        assertEquals(Set.of(Guard.TOKEN), guards);
    }
}
