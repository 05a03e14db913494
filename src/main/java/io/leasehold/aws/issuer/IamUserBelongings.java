package io.leasehold.aws.issuer;

import io.leasehold.aws.client.IamCalls;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.iam.model.MFADevice;
import software.amazon.awssdk.services.iam.model.SSHPublicKeyMetadata;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredentialMetadata;
import software.amazon.awssdk.services.iam.model.SigningCertificate;

/**
 * What a person may have hung on an IAM user that the engine made, and what keeps AWS from deleting it: a console login,
 * SSH keys, credentials for single services, signing certificates, MFA devices.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_remove.html">AWS removing IAM users</a>
 */
final class IamUserBelongings {
    private final IamCalls iam;
    private final String username;

    IamUserBelongings(IamCalls iam, String username) {
        this.iam = iam;
        this.username = username;
    }

    /** Removes all of it; what is gone counts as done. */
    Uni<Void> remove() {
        return step(client -> client.deleteLoginProfile(delete -> delete.userName(username)))
                .chain(this::removeSshKeys)
                .chain(this::removeServiceCredentials)
                .chain(this::removeCertificates)
                .chain(this::removeMfaDevices);
    }

    private Uni<Void> removeSshKeys() {
        return iam.list(client -> client.listSSHPublicKeysPaginator(list -> list.userName(username))
                        .sshPublicKeys())
                .chain(keys -> InOrder.each(keys, this::removeSshKey));
    }

    private Uni<?> removeSshKey(SSHPublicKeyMetadata key) {
        return step(client ->
                client.deleteSSHPublicKey(delete -> delete.userName(username).sshPublicKeyId(key.sshPublicKeyId())));
    }

    private Uni<Void> removeServiceCredentials() {
        return iam.call(client -> client.listServiceSpecificCredentials(list -> list.userName(username)))
                .chain(answer -> InOrder.each(answer.serviceSpecificCredentials(), this::removeServiceCredential));
    }

    private Uni<?> removeServiceCredential(ServiceSpecificCredentialMetadata credential) {
        return step(client -> client.deleteServiceSpecificCredential(delete ->
                delete.userName(username).serviceSpecificCredentialId(credential.serviceSpecificCredentialId())));
    }

    private Uni<Void> removeCertificates() {
        return iam.list(client -> client.listSigningCertificatesPaginator(list -> list.userName(username))
                        .certificates())
                .chain(certificates -> InOrder.each(certificates, this::removeCertificate));
    }

    private Uni<?> removeCertificate(SigningCertificate certificate) {
        return step(client -> client.deleteSigningCertificate(
                delete -> delete.userName(username).certificateId(certificate.certificateId())));
    }

    private Uni<Void> removeMfaDevices() {
        return iam.list(client -> client.listMFADevicesPaginator(list -> list.userName(username))
                        .mfaDevices())
                .chain(devices -> InOrder.each(devices, this::removeMfaDevice));
    }

    /** A virtual device has an ARN as its serial number and is left over when it is only deactivated. */
    private Uni<?> removeMfaDevice(MFADevice device) {
        String serial = device.serialNumber();
        Uni<?> deactivated = step(client ->
                client.deactivateMFADevice(off -> off.userName(username).serialNumber(serial)));
        return serial.startsWith("arn:")
                ? deactivated.chain(
                        () -> step(client -> client.deleteVirtualMFADevice(delete -> delete.serialNumber(serial))))
                : deactivated;
    }

    private <T> Uni<T> step(Function<IamAsyncClient, CompletableFuture<T>> call) {
        return iam.call(call).onFailure(IamUserRemoval::isGone).recoverWithNull();
    }
}
