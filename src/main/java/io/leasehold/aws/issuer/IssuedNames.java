package io.leasehold.aws.issuer;

import io.leasehold.aws.template.TemplateData;
import io.leasehold.aws.template.TemplateException;
import io.leasehold.aws.template.TemplateSources;
import io.leasehold.aws.template.UsernameLimits;
import io.leasehold.aws.template.UsernameTemplate;
import io.leasehold.aws.template.UsernameType;
import io.leasehold.logical.VaultException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names of IAM users and sessions, made of the mount's template.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/username-templating">Vault username templating</a>
 */
@Singleton
final class IssuedNames {
    private static final Pattern NOT_ALLOWED = Pattern.compile("[^a-zA-Z0-9+=,.@_-]");
    private final TemplateSources sources;
    private volatile UsernameTemplate lastParsed = UsernameTemplate.parse(UsernameTemplate.DEFAULT);

    IssuedNames(Clock clock, RandomGenerator random) {
        this.sources = TemplateSources.of(clock, random);
    }

    /**
     * The name of an IAM user, at most 64 characters.
     *
     * @throws VaultException 500 when the template gives no usable name
     */
    String ofUser(IssueRequest request) {
        return render(request, TemplateData.iam(request.caller().displayName(), request.roleName()));
    }

    /** The name of a role's session: the caller's choice, with {@code _} for what AWS does not allow, or as a user's. */
    String ofRoleSession(IssueRequest request) {
        String chosen = request.wish().roleSessionName();
        return chosen.isEmpty() ? ofUser(request) : NOT_ALLOWED.matcher(chosen).replaceAll("_");
    }

    /**
     * The name of a federated session, at most 32 characters.
     *
     * @throws VaultException 500 when the template gives no usable name
     */
    String ofFederation(IssueRequest request) {
        return render(request, TemplateData.sts());
    }

    private String render(IssueRequest request, TemplateData data) {
        String template = request.settings().root().settings().usernameTemplate();
        return check(data.type(), apply(parse(template), data));
    }

    private UsernameTemplate parse(String template) {
        UsernameTemplate parsed = lastParsed;
        if (!parsed.source().equals(template)) {
            parsed = parseAnew(template);
            lastParsed = parsed;
        }
        return parsed;
    }

    private static UsernameTemplate parseAnew(String template) {
        try {
            return UsernameTemplate.parse(template);
        } catch (TemplateException e) {
            throw VaultException.failed(
                    "unable to initialize username template: unable to parse template: " + e.getMessage());
        }
    }

    private String apply(UsernameTemplate template, TemplateData data) {
        try {
            return template.render(data, sources);
        } catch (TemplateException e) {
            throw VaultException.failed("failed to generate username: unable to apply template: " + e.getMessage());
        }
    }

    private static String check(UsernameType type, String name) {
        try {
            return UsernameLimits.check(type, name);
        } catch (TemplateException e) {
            throw VaultException.failed(e.getMessage());
        }
    }
}
