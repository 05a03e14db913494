package io.leasehold.aws.path;

import io.leasehold.aws.client.AwsCall;
import io.leasehold.aws.client.AwsClients;
import io.leasehold.aws.client.IamCalls;
import io.leasehold.aws.config.AwsConfigRoot;
import io.leasehold.aws.config.AwsConfigs;
import io.leasehold.aws.issuer.RoleCeiling;
import io.leasehold.aws.role.AwsRole;
import io.leasehold.logical.GoDuration;
import io.leasehold.logical.MountPoint;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks, when a role is written, whether AWS will let it keep its word: a session cannot be longer than the
 * MaxSessionDuration of the IAM role. A courtesy that never fails a write and takes two seconds at most.
 */
@Singleton
final class RoleCeilingCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_ROLES = 10;

    private final AwsConfigs configs;
    private final AwsClients clients;

    RoleCeilingCheck(AwsConfigs configs, AwsClients clients) {
        this.configs = configs;
        this.clients = clients;
    }

    /** A text for each TTL of the role that an IAM role does not allow. */
    Uni<List<String>> warnings(MountPoint mount, AwsRole role) {
        if (role.defaultStsTtl().isZero() && role.maxStsTtl().isZero()) {
            return Uni.createFrom().item(List.of());
        }
        return AwsCall.returning(configs.root(mount)
                .chain(root -> clients.isExplicit(root) ? ask(mount, root, role) : none())
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(List.of())
                .onFailure()
                .recoverWithItem(List.of()));
    }

    private Uni<List<String>> ask(MountPoint mount, AwsConfigRoot root, AwsRole role) {
        List<String> arns = role.roleArns().orElse(List.of());
        if (arns.isEmpty()) {
            return none();
        }
        IamCalls iam = clients.connect(mount.accessor(), root, arns).iam();
        List<Uni<List<String>>> questions = arns.stream()
                .limit(MOST_ROLES)
                .map(arn -> RoleCeiling.find(iam, arn).map(ceiling -> complaints(role, arn, ceiling)))
                .toList();
        return Uni.join()
                .all(questions)
                .andFailFast()
                .map(lists -> lists.stream().flatMap(List::stream).toList());
    }

    private static List<String> complaints(AwsRole role, String arn, Optional<Duration> ceiling) {
        return ceiling.map(most -> Stream.concat(
                                complaint("default_sts_ttl", role.defaultStsTtl(), arn, most),
                                complaint("max_sts_ttl", role.maxStsTtl(), arn, most))
                        .toList())
                .orElse(List.of());
    }

    private static Stream<String> complaint(String name, Duration ttl, String arn, Duration most) {
        return ttl.compareTo(most) <= 0
                ? Stream.empty()
                : Stream.of(name + " of " + GoDuration.formatShort(ttl) + " is above the MaxSessionDuration of " + arn
                        + ", which is " + GoDuration.formatShort(most) + ": AWS will refuse longer sessions."
                        + " Lower it, or raise the MaxSessionDuration of the IAM role.");
    }

    private static Uni<List<String>> none() {
        return Uni.createFrom().item(List.of());
    }
}
