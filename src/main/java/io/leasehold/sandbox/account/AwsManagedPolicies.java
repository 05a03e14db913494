package io.leasehold.sandbox.account;

import io.leasehold.sandbox.policy.PolicyGrammar;
import io.leasehold.sandbox.policy.PolicyKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The policies of Amazon's own that the sandbox knows. Names and ARNs are Amazon's; the contents are shortened to what
 * they mean.
 *
 * @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html">AWS managed policies</a>
 */
final class AwsManagedPolicies {

    private static final Instant CREATED = Instant.parse("2015-02-06T18:39:46Z");

    private AwsManagedPolicies() {}

    static Stream<ManagedPolicy> all() {
        return Stream.of(
                policy("/", "AdministratorAccess", allow("\"*\"")),
                policy("/", "PowerUserAccess", """
                        {"Version":"2012-10-17","Statement":[\
                        {"Effect":"Allow","NotAction":["iam:*","organizations:*","account:*"],"Resource":"*"},\
                        {"Effect":"Allow","Action":["iam:ListRoles","iam:GetRole"],"Resource":"*"}]}"""),
                policy(
                        "/",
                        "ReadOnlyAccess",
                        allow("[\"ec2:Describe*\",\"iam:Get*\",\"iam:List*\",\"s3:Get*\",\"s3:List*\"]")),
                policy("/", "IAMFullAccess", allow("\"iam:*\"")),
                policy("/", "IAMReadOnlyAccess", allow("[\"iam:Get*\",\"iam:List*\"]")),
                policy("/", "AmazonS3FullAccess", allow("\"s3:*\"")),
                policy("/", "AmazonS3ReadOnlyAccess", allow("[\"s3:Get*\",\"s3:List*\"]")),
                policy("/", "AmazonEC2ReadOnlyAccess", allow("\"ec2:Describe*\"")),
                policy("/aws-service-role/", "AWSSupportServiceRolePolicy", allow("\"support:*\"")));
    }

    private static String allow(String actions) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":" + actions
                + ",\"Resource\":\"*\"}]}";
    }

    private static ManagedPolicy policy(String path, String name, String text) {
        String id = ("ANPA" + Integer.toHexString(name.hashCode()).toUpperCase(Locale.ROOT) + "AAAAAAAAAAAAAAAAAAAAA")
                .substring(0, 21);
        String arn = "arn:aws:iam::aws:policy" + path + name;
        return new ManagedPolicy(
                id, name, path, arn, null, text, PolicyGrammar.parse(text, PolicyKind.IDENTITY), CREATED, Map.of());
    }
}
