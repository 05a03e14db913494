package io.leasehold.sandbox.iam;

import java.math.BigInteger;

/** Base 32 without padding, for the seeds of MFA devices: whole groups of five bytes only. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        BigInteger number = new BigInteger(1, bytes);
        StringBuilder text = new StringBuilder();
        for (int shift = bytes.length * Byte.SIZE - BITS; shift >= 0; shift -= BITS) {
            text.append(ALPHABET.charAt(number.shiftRight(shift).intValue() & 0x1f));
        }
        return text.toString();
    }
}
