package io.leasehold.aws.template;

import io.leasehold.aws.template.golang.GoValue.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a template may speak of. Both names are sanitised on the way in: each character that IAM does not allow in a
 * name becomes {@code _}. Literal text in a template is not touched.
 *
 * @param type the value of {@code .Type}
 * @param displayName the value of {@code .DisplayName}: the display name of the token; empty for STS
 * @param policyName the value of {@code .PolicyName}: the name of the role in Vault; empty for STS
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">AWS: IAM name rules</a>
 */
public record TemplateData(UsernameType type, String displayName, String policyName) {
    static final List<String> FIELD_NAMES = List.of("Type", "DisplayName", "PolicyName");

    private static final Pattern NOT_ALLOWED = Pattern.compile("[^a-zA-Z0-9+=,.@_-]");

    /** Sanitises both names. */
    public TemplateData {
        displayName = sanitised(displayName);
        policyName = sanitised(policyName);
    }

    /** Data for an IAM user name or for the session name of an assumed role. */
    public static TemplateData iam(String displayName, String policyName) {
        return new TemplateData(UsernameType.IAM, displayName, policyName);
    }

    /** Data for the name of a federated user; it has neither display name nor policy name. */
    public static TemplateData sts() {
        return new TemplateData(UsernameType.STS, "", "");
    }

    Fields toFields() {
        Map<String, String> byName = new LinkedHashMap<>();
        byName.put("Type", type.name());
        byName.put("DisplayName", displayName);
        byName.put("PolicyName", policyName);
        return new Fields(byName);
    }

    private static String sanitised(String name) {
        return NOT_ALLOWED.matcher(name).replaceAll("_");
    }
}
