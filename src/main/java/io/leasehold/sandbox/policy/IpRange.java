package io.leasehold.sandbox.policy;

import java.math.BigInteger;
import java.util.Optional;

/** A range of IPv4 addresses in CIDR notation; an address alone is a range of one. IPv6 matches only as written. */
record IpRange(String text, Optional<BigInteger> network, int bits) {

    static IpRange of(String cidr) {
        int slash = cidr.indexOf('/');
        String address = slash < 0 ? cidr : cidr.substring(0, slash);
        int bits = slash < 0 ? 32 : Integer.parseInt(cidr.substring(slash + 1));
        return new IpRange(address, number(address), bits);
    }

    boolean includes(String address) {
        Optional<BigInteger> number = number(address);
        if (network.isEmpty() || number.isEmpty()) {
            return text.equalsIgnoreCase(address);
        }
        int shift = 32 - bits;
        return network.get().shiftRight(shift).equals(number.get().shiftRight(shift));
    }

    private static Optional<BigInteger> number(String address) {
        String[] parts = address.split("\\.");
        if (parts.length != 4) {
            return Optional.empty();
        }
        BigInteger number = BigInteger.ZERO;
        for (String part : parts) {
            number = number.shiftLeft(8).or(BigInteger.valueOf(Integer.parseInt(part)));
        }
        return Optional.of(number);
    }
}
