package io.leasehold.sandbox;

import static io.leasehold.sandbox.SandboxFixture.codeAndStatus;
import static io.leasehold.sandbox.SandboxFixture.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leasehold.sandbox.account.MfaDevice;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.iam.IamAsyncClient;

class IamDeleteUserTest {

    private static final String DOCUMENT = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}""";
    private static final String MANAGED = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private static final String USER = "alice";

    private SandboxFixture sandbox;
    private IamAsyncClient iam;

    @BeforeEach
    void start() {
        sandbox = new SandboxFixture();
        iam = sandbox.adminIam();
        iam.createUser(r -> r.userName(USER)).join();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static String device(SandboxFixture sandbox, IamAsyncClient iam) {
        String serial = iam.createVirtualMFADevice(r -> r.virtualMFADeviceName("phone"))
                .join()
                .virtualMFADevice()
                .serialNumber();
        MfaDevice device = sandbox.account().mfaDevices().get(serial);
        Instant now = sandbox.clock.instant();
        iam.enableMFADevice(r -> r.userName(USER)
                        .serialNumber(serial)
                        .authenticationCode1(device.codeAt(now.minusSeconds(30)))
                        .authenticationCode2(device.codeAt(now)))
                .join();
        return serial;
    }

    private interface Step extends BiConsumer<SandboxFixture, IamAsyncClient> {}

    private static Arguments blocker(String text, Step add, Step remove) {
        return arguments(text, add, remove);
    }

    static Stream<Arguments> blockers() {
        return Stream.of(
                blocker(
                        "delete access keys",
                        (s, c) -> c.createAccessKey(r -> r.userName(USER)).join(),
                        (s, c) -> {
                            String id = c.listAccessKeys(r -> r.userName(USER))
                                    .join()
                                    .accessKeyMetadata()
                                    .get(0)
                                    .accessKeyId();
                            c.deleteAccessKey(r -> r.userName(USER).accessKeyId(id))
                                    .join();
                        }),
                blocker(
                        "detach all policies",
                        (s, c) -> c.attachUserPolicy(r -> r.userName(USER).policyArn(MANAGED))
                                .join(),
                        (s, c) -> c.detachUserPolicy(r -> r.userName(USER).policyArn(MANAGED))
                                .join()),
                blocker(
                        "delete policies",
                        (s, c) -> c.putUserPolicy(
                                        r -> r.userName(USER).policyName("p").policyDocument(DOCUMENT))
                                .join(),
                        (s, c) -> c.deleteUserPolicy(r -> r.userName(USER).policyName("p"))
                                .join()),
                blocker(
                        "remove users from group",
                        (s, c) -> c.addUserToGroup(r -> r.userName(USER).groupName("ReadOnlyGroup"))
                                .join(),
                        (s, c) -> c.removeUserFromGroup(r -> r.userName(USER).groupName("ReadOnlyGroup"))
                                .join()),
                blocker(
                        "delete login profile",
                        (s, c) -> c.createLoginProfile(r -> r.userName(USER).password("correct horse"))
                                .join(),
                        (s, c) -> c.deleteLoginProfile(r -> r.userName(USER)).join()),
                blocker(
                        "delete signing certificates",
                        (s, c) -> c.uploadSigningCertificate(
                                        r -> r.userName(USER).certificateBody("certificate"))
                                .join(),
                        (s, c) -> {
                            String id = c.listSigningCertificates(r -> r.userName(USER))
                                    .join()
                                    .certificates()
                                    .get(0)
                                    .certificateId();
                            c.deleteSigningCertificate(r -> r.userName(USER).certificateId(id))
                                    .join();
                        }),
                blocker(
                        "delete SSH public keys",
                        (s, c) -> c.uploadSSHPublicKey(r -> r.userName(USER).sshPublicKeyBody("ssh-rsa AAAA"))
                                .join(),
                        (s, c) -> {
                            String id = c.listSSHPublicKeys(r -> r.userName(USER))
                                    .join()
                                    .sshPublicKeys()
                                    .get(0)
                                    .sshPublicKeyId();
                            c.deleteSSHPublicKey(r -> r.userName(USER).sshPublicKeyId(id))
                                    .join();
                        }),
                blocker(
                        "delete service specific credentials",
                        (s, c) -> c.createServiceSpecificCredential(
                                        r -> r.userName(USER).serviceName("codecommit.amazonaws.com"))
                                .join(),
                        (s, c) -> {
                            String id = c.listServiceSpecificCredentials(r -> r.userName(USER))
                                    .join()
                                    .serviceSpecificCredentials()
                                    .get(0)
                                    .serviceSpecificCredentialId();
                            c.deleteServiceSpecificCredential(
                                            r -> r.userName(USER).serviceSpecificCredentialId(id))
                                    .join();
                        }),
                blocker("delete MFA device", IamDeleteUserTest::device, (s, c) -> {
                    String serial = c.listMFADevices(r -> r.userName(USER))
                            .join()
                            .mfaDevices()
                            .get(0)
                            .serialNumber();
                    c.deactivateMFADevice(r -> r.userName(USER).serialNumber(serial))
                            .join();
                    c.deleteVirtualMFADevice(r -> r.serialNumber(serial)).join();
                }));
    }

    @ParameterizedTest(name = "must {0} first")
    @MethodSource("blockers")
    void whatHangsOnAUserBlocksItsDeletionUntilItIsGone(String first, Step add, Step remove) {
        // Given
        add.accept(sandbox, iam);

        // When
        var blocked = iam.deleteUser(r -> r.userName(USER));
        String refusal = codeAndStatus(blocked);
        String text = message(blocked);
        remove.accept(sandbox, iam);
        iam.deleteUser(r -> r.userName(USER)).join();

        // Then
        assertEquals("DeleteConflict 409", refusal);
        assertEquals("Cannot delete entity, must " + first + " first.", text);
        assertEquals("NoSuchEntity 404", codeAndStatus(iam.getUser(r -> r.userName(USER))));
    }

    @Test
    void anEnabledDeviceCannotBeDeletedNorEnabledTwice() {
        // Given
        String serial = device(sandbox, iam);

        // When
        String deletion = codeAndStatus(iam.deleteVirtualMFADevice(r -> r.serialNumber(serial)));
        String second = codeAndStatus(iam.enableMFADevice(r -> r.userName("Admin")
                .serialNumber(serial)
                .authenticationCode1("111111")
                .authenticationCode2("222222")));

        // Then
        assertEquals("DeleteConflict 409", deletion);
        assertEquals("EntityAlreadyExists 409", second);
    }

    @Test
    void aDeviceIsEnabledOnlyWithTwoCodesInARow() {
        // Given
        var created = iam.createVirtualMFADevice(r -> r.virtualMFADeviceName("phone"))
                .join()
                .virtualMFADevice();
        String code = sandbox.account().mfaDevices().get(created.serialNumber()).codeAt(sandbox.clock.instant());

        // When
        String refusal = codeAndStatus(iam.enableMFADevice(r -> r.userName(USER)
                .serialNumber(created.serialNumber())
                .authenticationCode1(code)
                .authenticationCode2(code)));

        // Then
        assertEquals("InvalidAuthenticationCode 403", refusal);
        assertTrue(created.base32StringSeed().asUtf8String().matches("[A-Z2-7]{32}"));
    }

    @Test
    void aUserOfTheSameNameIsAnotherUser() {
        // Given
        String old = iam.getUser(r -> r.userName(USER)).join().user().userId();
        iam.deleteUser(r -> r.userName(USER)).join();

        // When
        String fresh = iam.createUser(r -> r.userName(USER)).join().user().userId();

        // Then
        assertTrue(!fresh.equals(old));
    }

    @Test
    void aSecondPasswordIsRefused() {
        // Given
        iam.createLoginProfile(r -> r.userName(USER).password("correct horse").passwordResetRequired(true))
                .join();

        // When
        String refusal =
                codeAndStatus(iam.createLoginProfile(r -> r.userName(USER).password("battery staple")));

        // Then
        assertEquals("EntityAlreadyExists 409", refusal);
        assertTrue(
                iam.getLoginProfile(r -> r.userName(USER)).join().loginProfile().passwordResetRequired());
    }
}
