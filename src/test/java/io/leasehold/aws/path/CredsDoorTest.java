package io.leasehold.aws.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leasehold.aws.role.AwsRole;
import io.leasehold.aws.role.CredentialType;
import io.leasehold.aws.role.LegacyRole;
import io.leasehold.aws.role.RoleDraft;
import io.leasehold.logical.VaultException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CredsDoorTest {
    @ParameterizedTest
    @EnumSource(CredentialType.class)
    void aModernRoleGivesItsTypeAtBothDoors(CredentialType type) {
        // Given
        AwsRole role = new RoleDraft(type.wireName()).role();

        // When
        CredentialType creds = CredsDoor.CREDS.choose(role);
        CredentialType sts = CredsDoor.STS.choose(role);

        // Then
        assertEquals(type, creds);
        assertEquals(type, sts);
    }

    @ParameterizedTest
    @CsvSource({"CREDS, IAM_USER", "STS, FEDERATION_TOKEN"})
    void aLegacyDocumentGivesAnotherTypeAtEachDoor(CredsDoor door, CredentialType expected) {
        // Given
        AwsRole role = LegacyRole.upgrade("{}");

        // When
        CredentialType type = door.choose(role);

        // Then
        assertEquals(expected, type);
    }

    @ParameterizedTest
    @CsvSource({
        "STS, arn:aws:iam::aws:policy/ReadOnlyAccess, iam_user, sts",
        "CREDS, arn:aws:iam::1:role/x, assumed_role, creds"
    })
    void aLegacyRoleIsRefusedAtTheOtherDoor(CredsDoor door, String legacy, String type, String path) {
        // Given
        AwsRole role = LegacyRole.upgrade(legacy);

        // When
        VaultException refusal = assertThrows(VaultException.class, () -> door.choose(role));

        // Then
        assertEquals(
                "attempted to retrieve " + type + " credentials through the " + path
                        + " path; this is not allowed for legacy roles",
                refusal.firstMessage());
    }
}
