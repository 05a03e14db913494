package io.leasehold.aws.config;

import io.leasehold.aws.template.TemplateException;
import io.leasehold.aws.template.UsernameTemplate;
import io.leasehold.logical.VaultException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which fields go together in {@code config/root}.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#configure-root-iam-credentials">Vault API</a>
 */
public final class ConfigRootRules {
    private ConfigRootRules() {}

    /**
     * Lets a sound configuration pass. What needs Vault Enterprise is refused as Vault's community edition does.
     *
     * @throws VaultException 400 with the first complaint in Vault's wording
     */
    public static AwsConfigRoot check(AwsConfigRoot root) {
        RootSettings settings = root.settings();
        checkIdentity(settings);
        refuse(
                settings.stsFallbackEndpoints().size()
                        != settings.stsFallbackRegions().size(),
                "fallback endpoints and fallback regions must be the same length");
        Stream.of(List.of(settings.iamEndpoint(), settings.stsEndpoint()), settings.stsFallbackEndpoints())
                .flatMap(List::stream)
                .filter(endpoint -> !endpoint.isEmpty())
                .forEach(EndpointUrl::parse);
        checkTemplate(settings.usernameTemplate());
        checkRotation(settings);
        return root;
    }

    private static void checkIdentity(RootSettings settings) {
        boolean identity = !settings.identityTokenAudience().isEmpty();
        refuse(
                identity && !settings.accessKey().isEmpty(),
                "only one of 'access_key' or 'identity_token_audience' can be set");
        refuse(
                identity && settings.roleArn().isEmpty(),
                "missing required 'role_arn' when 'identity_token_audience' is set");
        refuse(identity, "plugin workload identity not supported in Vault community edition");
    }

    private static void checkRotation(RootSettings settings) {
        boolean scheduled = !settings.rotationSchedule().isEmpty();
        boolean periodic = settings.rotationPeriod() > 0;
        boolean windowed = settings.rotationWindow() > 0;
        refuse(
                scheduled && periodic,
                "mutually exclusive fields rotation_schedule and rotation_period were both specified;"
                        + " only one of them can be provided");
        if (scheduled) {
            CronSchedule.fault(settings.rotationSchedule())
                    .ifPresent(reason -> refuse(true, "failed to parse provided rotation_schedule: " + reason));
        }
        refuse(windowed && periodic, "rotation_window does not apply to period");
        refuse(windowed && !scheduled, "cannot use rotation_window without rotation_schedule");
        refuse(
                (scheduled || periodic) && !settings.disableAutomatedRotation(),
                "error registering rotation job: rotation manager capabilities not supported in Vault community edition");
    }

    /** Vault finds a broken template only when it is used. */
    private static void checkTemplate(String template) {
        try {
            UsernameTemplate.parse(template);
        } catch (TemplateException e) {
            refuse(true, "unable to initialize username template: unable to parse template: " + e.getMessage());
        }
    }

    private static void refuse(boolean broken, String complaint) {
        if (broken) {
            throw VaultException.invalid(complaint);
        }
    }
}
