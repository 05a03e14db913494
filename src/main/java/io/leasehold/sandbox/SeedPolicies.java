package io.leasehold.sandbox;

/** The documents of the seed; {@code %s} stands for the account id. */
final class SeedPolicies {

    /** What an issuing server needs: the app roles, federation, users of its own, and a look at roles. */
    static final String ENGINE = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "AssumeAppRoles",
                  "Effect": "Allow",
                  "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
                  "Resource": ["arn:aws:iam::%1$s:role/ProdApp*", "arn:aws:iam::%1$s:role/VaultRunner"]
                },
                {
                  "Sid": "Federate",
                  "Effect": "Allow",
                  "Action": ["sts:GetFederationToken", "sts:TagSession"],
                  "Resource": "arn:aws:sts::%1$s:federated-user/*"
                },
                {
                  "Sid": "HoldWhatFederatedUsersGet",
                  "Effect": "Allow",
                  "Action": ["s3:GetObject", "s3:ListBucket"],
                  "Resource": "*"
                },
                {
                  "Sid": "ManageUsersAndOwnKeys",
                  "Effect": "Allow",
                  "Action": [
                    "iam:CreateUser", "iam:GetUser", "iam:DeleteUser",
                    "iam:TagUser", "iam:UntagUser", "iam:ListUserTags",
                    "iam:CreateAccessKey", "iam:ListAccessKeys", "iam:UpdateAccessKey", "iam:DeleteAccessKey",
                    "iam:AttachUserPolicy", "iam:DetachUserPolicy", "iam:ListAttachedUserPolicies",
                    "iam:PutUserPolicy", "iam:GetUserPolicy", "iam:DeleteUserPolicy", "iam:ListUserPolicies",
                    "iam:ListGroupsForUser",
                    "iam:GetLoginProfile", "iam:DeleteLoginProfile",
                    "iam:ListSSHPublicKeys", "iam:DeleteSSHPublicKey",
                    "iam:ListServiceSpecificCredentials", "iam:DeleteServiceSpecificCredential",
                    "iam:ListSigningCertificates", "iam:DeleteSigningCertificate",
                    "iam:ListMFADevices", "iam:DeactivateMFADevice"
                  ],
                  "Resource": "arn:aws:iam::%1$s:user/*"
                },
                {
                  "Sid": "DeleteVirtualDevices",
                  "Effect": "Allow",
                  "Action": "iam:DeleteVirtualMFADevice",
                  "Resource": "arn:aws:iam::%1$s:mfa/*"
                },
                {
                  "Sid": "ReadGroupsAndMoveUsers",
                  "Effect": "Allow",
                  "Action": [
                    "iam:AddUserToGroup", "iam:RemoveUserFromGroup",
                    "iam:ListAttachedGroupPolicies", "iam:ListGroupPolicies", "iam:GetGroupPolicy"
                  ],
                  "Resource": "arn:aws:iam::%1$s:group/*"
                },
                {
                  "Sid": "ReadRoles",
                  "Effect": "Allow",
                  "Action": "iam:GetRole",
                  "Resource": "arn:aws:iam::%1$s:role/*"
                }
              ]
            }
            """;

    /** Reading and writing the objects of one bucket. */
    static final String S3_READ_WRITE = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
                  "Resource": "arn:aws:s3:::prod-app-data/*"
                },
                {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::prod-app-data"}
              ]
            }
            """;

    /** The inline policy of the seeded group. */
    static final String LOG_READER = """
            {
              "Version": "2012-10-17",
              "Statement": {"Effect": "Allow", "Action": ["logs:Get*", "logs:FilterLogEvents"], "Resource": "*"}
            }
            """;

    /** Trust in both the role and the user that an issuing server may run as. */
    static final String TRUST_RUNNERS = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Principal": {
                    "AWS": ["arn:aws:iam::%1$s:role/VaultRunner", "arn:aws:iam::%1$s:user/VaultRunner"]
                  },
                  "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]
                }
              ]
            }
            """;

    /** Trust of the role that an issuing server runs as: a machine, or the user of the same name. */
    static final String TRUST_MACHINE = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Principal": {"Service": "ec2.amazonaws.com", "AWS": "arn:aws:iam::%1$s:user/VaultRunner"},
                  "Action": ["sts:AssumeRole", "sts:TagSession"]
                }
              ]
            }
            """;

    /** Trust in the whole account, with an external id. */
    static final String TRUST_EXTERNAL_ID = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Principal": {"AWS": "arn:aws:iam::%1$s:root"},
                  "Action": "sts:AssumeRole",
                  "Condition": {"StringEquals": {"sts:ExternalId": "partner-2718"}}
                }
              ]
            }
            """;

    /** Trust in the user, with a one-time code. */
    static final String TRUST_MFA = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Principal": {"AWS": "arn:aws:iam::%1$s:user/VaultRunner"},
                  "Action": "sts:AssumeRole",
                  "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
                }
              ]
            }
            """;

    private SeedPolicies() {}
}
