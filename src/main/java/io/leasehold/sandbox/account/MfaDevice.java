package io.leasehold.sandbox.account;

import io.leasehold.sandbox.wire.Hmac;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * A virtual MFA device: codes of six digits that change every 30 seconds, and a code is good for its own half minute and
 * the ones beside it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
public final class MfaDevice {

    private static final int STEP_SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;

    private final String serialNumber;
    private final Hmac seed;
    private volatile Owner owner;

    /** A device that nobody has enabled yet. */
    public MfaDevice(String serialNumber, byte[] seed) {
        this.serialNumber = serialNumber;
        this.seed = Hmac.sha1(seed);
    }

    /** The user id that enabled a device, and when. */
    public record Owner(String userId, Instant enabled) {}

    /** The ARN of the device. */
    public String serialNumber() {
        return serialNumber;
    }

    /** The user who enabled the device. */
    public Optional<Owner> owner() {
        return Optional.ofNullable(owner);
    }

    /** Gives the device to a user; null takes it away. */
    public void assign(Owner user) {
        owner = user;
    }

    /** The code that the device shows at a moment. */
    public String codeAt(Instant moment) {
        return code(moment.getEpochSecond() / STEP_SECONDS);
    }

    /** Whether a code is good at a moment. */
    public boolean accepts(String code, Instant now) {
        long step = now.getEpochSecond() / STEP_SECONDS;
        return code.equals(code(step)) || code.equals(code(step - 1)) || code.equals(code(step + 1));
    }

    private String code(long step) {
        byte[] hash = seed.of(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format("%06d", number % SIX_DIGITS);
    }
}
