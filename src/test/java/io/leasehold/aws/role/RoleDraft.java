package io.leasehold.aws.role;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a role field by field. */
public final class RoleDraft {
    private final List<String> types;
    private List<String> roleArns;
    private List<String> policyArns;
    private String policyDocument = "";
    private List<String> iamGroups;
    private Map<String, String> iamTags;
    private Map<String, String> sessionTags;
    private String externalId = "";
    private Duration defaultStsTtl = Duration.ZERO;
    private Duration maxStsTtl = Duration.ZERO;
    private String userPath = "";
    private String boundary = "";
    private String mfaSerialNumber = "";

    public RoleDraft(String... types) {
        this.types = List.of(types);
    }

    public RoleDraft roleArns(String... arns) {
        roleArns = List.of(arns);
        return this;
    }

    public RoleDraft policyArns(String... arns) {
        policyArns = List.of(arns);
        return this;
    }

    public RoleDraft policyDocument(String document) {
        policyDocument = document;
        return this;
    }

    public RoleDraft iamGroups(String... groups) {
        iamGroups = List.of(groups);
        return this;
    }

    public RoleDraft iamTags(Map<String, String> tags) {
        iamTags = tags;
        return this;
    }

    public RoleDraft sessionTags(Map<String, String> tags) {
        sessionTags = tags;
        return this;
    }

    public RoleDraft externalId(String id) {
        externalId = id;
        return this;
    }

    public RoleDraft defaultStsTtl(Duration ttl) {
        defaultStsTtl = ttl;
        return this;
    }

    public RoleDraft maxStsTtl(Duration ttl) {
        maxStsTtl = ttl;
        return this;
    }

    public RoleDraft userPath(String path) {
        userPath = path;
        return this;
    }

    public RoleDraft boundary(String arn) {
        boundary = arn;
        return this;
    }

    public RoleDraft mfaSerialNumber(String serialNumber) {
        mfaSerialNumber = serialNumber;
        return this;
    }

    public AwsRole role() {
        return new AwsRole(
                types,
                Optional.ofNullable(roleArns),
                Optional.ofNullable(policyArns),
                policyDocument,
                Optional.ofNullable(iamGroups),
                Optional.ofNullable(iamTags),
                Optional.ofNullable(sessionTags),
                externalId,
                defaultStsTtl,
                maxStsTtl,
                userPath,
                boundary,
                mfaSerialNumber,
                false);
    }
}
