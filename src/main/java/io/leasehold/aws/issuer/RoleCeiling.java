package io.leasehold.aws.issuer;

import io.leasehold.aws.client.AwsCall;
import io.leasehold.aws.client.IamCalls;
import io.leasehold.aws.role.Arn;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.Role;

/**
 * Asks for the MaxSessionDuration of an IAM role, as a courtesy: a refusal, silence or another account's role of the
 * same name mean that it stays unknown.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html">AWS GetRole</a>
 */
public final class RoleCeiling {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private RoleCeiling() {}

    /** The longest session that the role allows, if IAM tells within two seconds. */
    public static Uni<Optional<Duration>> find(IamCalls iam, String roleArn) {
        return AwsCall.returning(roleName(roleArn)
                .map(name -> ask(iam, name, roleArn))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static Uni<Optional<Duration>> ask(IamCalls iam, String name, String roleArn) {
        return iam.call(client -> client.getRole(get -> get.roleName(name)))
                .map(answer -> Optional.ofNullable(answer.role())
                        .filter(role -> roleArn.equals(role.arn()))
                        .map(Role::maxSessionDuration)
                        .map(Duration::ofSeconds))
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private static Optional<String> roleName(String roleArn) {
        try {
            Arn arn = Arn.parse(roleArn);
            return arn.isIam("role") ? Optional.of(arn.name()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
