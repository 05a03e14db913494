package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Entity;
import io.leasehold.sandbox.account.IamRole;
import io.leasehold.sandbox.account.ManagedPolicy;
import io.leasehold.sandbox.wire.XmlWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The fields of entities as they stand in answers. */
final class Answers {

    private Answers() {}

    /** A policy document as IAM returns it: percent-encoded. */
    static String encoded(String document) {
        return URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The fields that users, groups and roles share. */
    static void summary(XmlWriter out, String word, Entity entity) {
        out.text("Path", entity.path())
                .text(word + "Name", entity.name())
                .text(word + "Id", entity.id())
                .text("Arn", entity.arn())
                .time("CreateDate", entity.created());
    }

    /** A single entity: the summary, its boundary and its tags. */
    static void details(XmlWriter out, String word, Entity entity) {
        summary(out, word, entity);
        entity.policies()
                .boundaryArn()
                .ifPresent(arn -> out.element(
                        "PermissionsBoundary",
                        () -> out.text("PermissionsBoundaryType", "Policy").text("PermissionsBoundaryArn", arn)));
        if (!entity.tags().isEmpty()) {
            tags(out, entity.tags());
        }
    }

    static void tags(XmlWriter out, Map<String, String> tags) {
        out.list("Tags", tags.entrySet(), tag -> tag(out, tag));
    }

    static void tag(XmlWriter out, Map.Entry<String, String> tag) {
        out.text("Key", tag.getKey()).text("Value", tag.getValue());
    }

    /** What a role has besides. */
    static void role(XmlWriter out, IamRole role) {
        out.text("AssumeRolePolicyDocument", encoded(role.trust().text()))
                .text("Description", role.description())
                .text("MaxSessionDuration", role.maxSessionSeconds());
    }

    static void policy(XmlWriter out, ManagedPolicy policy, long attachments) {
        out.text("PolicyName", policy.name())
                .text("PolicyId", policy.id())
                .text("Arn", policy.arn())
                .text("Path", policy.path())
                .text("DefaultVersionId", "v1")
                .text("AttachmentCount", attachments)
                .text("IsAttachable", policy.isAttachable())
                .text("Description", policy.description())
                .time("CreateDate", policy.created())
                .time("UpdateDate", policy.created());
    }
}
