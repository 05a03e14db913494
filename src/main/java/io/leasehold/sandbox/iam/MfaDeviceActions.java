package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.account.MfaDevice;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.Constraints;
import io.leasehold.sandbox.wire.XmlWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Virtual MFA devices.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html">EnableMFADevice</a>
 */
final class MfaDeviceActions {

    private static final int SEED_BYTES = 20;
    private static final int STEP_SECONDS = 30;

    private final Account account;
    private final OwnUser own;

    MfaDeviceActions(Account account) {
        this.account = account;
        this.own = new OwnUser(account);
    }

    List<IamAction> actions() {
        return List.of(
                new IamAction("CreateVirtualMFADevice", this::newArn, this::create),
                new IamAction("EnableMFADevice", own::arn, this::enable),
                new IamAction("DeactivateMFADevice", own::arn, this::deactivate),
                new IamAction("ListMFADevices", own::arn, this::list),
                new IamAction("DeleteVirtualMFADevice", call -> call.form().get("SerialNumber"), this::delete));
    }

    /** The devices that a user has enabled. */
    static List<MfaDevice> devicesOf(Account account, IamUser user) {
        return account.mfaDevices().values().stream()
                .filter(device -> device.owner()
                        .filter(owner -> owner.userId().equals(user.id()))
                        .isPresent())
                .toList();
    }

    private void create(Call call, XmlWriter out) {
        String serial = newArn(call);
        if (account.mfaDevices().containsKey(serial)) {
            throw AwsError.ENTITY_ALREADY_EXISTS.with("MFADevice entity at the same path and name already exists.");
        }
        byte[] seed = account.ids().secretBytes(SEED_BYTES);
        account.mfaDevices().put(serial, new MfaDevice(serial, seed));
        String shown = Base64.getEncoder().encodeToString(Base32.encode(seed).getBytes(StandardCharsets.US_ASCII));
        out.element("VirtualMFADevice", () -> out.text("SerialNumber", serial).text("Base32StringSeed", shown));
    }

    private void enable(Call call, XmlWriter out) {
        IamUser user = own.get(call);
        MfaDevice device = get(call);
        Quotas.MFA_DEVICES.require(devicesOf(account, user).size() + 1L);
        if (device.owner().isPresent()) {
            throw AwsError.ENTITY_ALREADY_EXISTS.with("MFA Device is already in use.");
        }
        requireConsecutive(device, call);
        device.assign(new MfaDevice.Owner(user.id(), call.now()));
    }

    private void deactivate(Call call, XmlWriter out) {
        IamUser user = own.get(call);
        MfaDevice device = get(call);
        if (!devicesOf(account, user).contains(device)) {
            throw absent(call);
        }
        device.assign(null);
    }

    private void list(Call call, XmlWriter out) {
        IamUser user = own.get(call);
        Pager.write(
                call,
                out,
                "MFADevices",
                devicesOf(account, user).stream(),
                MfaDevice::serialNumber,
                device -> out.text("UserName", user.name())
                        .text("SerialNumber", device.serialNumber())
                        .time(
                                "EnableDate",
                                device.owner().map(MfaDevice.Owner::enabled).orElse(null)));
    }

    private void delete(Call call, XmlWriter out) {
        if (get(call).owner().isPresent()) {
            throw AwsError.DELETE_CONFLICT.with("MFA VirtualDevice in use. Must deactivate first.");
        }
        account.mfaDevices().remove(call.form().get("SerialNumber"));
    }

    /** The two codes must follow each other, and the time of one of them must be near. */
    private static void requireConsecutive(MfaDevice device, Call call) {
        String first = call.form().get("AuthenticationCode1");
        String second = call.form().get("AuthenticationCode2");
        boolean good = IntStream.rangeClosed(-2, 1)
                .mapToObj(step -> call.now().plusSeconds((long) step * STEP_SECONDS))
                .anyMatch(moment -> isPair(device, moment, first, second));
        if (!good) {
            throw AwsError.INVALID_AUTHENTICATION_CODE.with("Authentication code for device is not valid.");
        }
    }

    private static boolean isPair(MfaDevice device, Instant moment, String first, String second) {
        return device.codeAt(moment).equals(first)
                && device.codeAt(moment.plusSeconds(STEP_SECONDS)).equals(second);
    }

    private MfaDevice get(Call call) {
        String serial = call.form().get("SerialNumber");
        new Constraints().length("SerialNumber", serial, 9, 256).check();
        MfaDevice device = account.mfaDevices().get(serial);
        if (device == null) {
            throw absent(call);
        }
        return device;
    }

    private static RuntimeException absent(Call call) {
        return AwsError.NO_SUCH_ENTITY.with(
                "MFA Device with serial number " + call.form().get("SerialNumber") + " does not exist.");
    }

    private String newArn(Call call) {
        return account.arn("mfa" + Names.path(call) + Names.of(call, "VirtualMFADeviceName"));
    }
}
