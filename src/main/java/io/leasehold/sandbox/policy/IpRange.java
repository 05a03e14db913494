package io.leasehold.sandbox.policy;

import java.math.BigInteger;
import java.util.Optional;

/** A range of IPv4 addresses in CIDR notation; an address alone is a range of one. IPv6 matches only as written. */
record IpRange(String text, Optional<BigInteger> network, int bits) {

    static IpRange of(String cidr) {
        int slash = cidr.indexOf('/');
        String address = slash < 0 ? cidr : cidr.substring(0, slash);
        int bits = slash < 0 ? 32 : decimal(cidr.substring(slash + 1), 32);
        return new IpRange(address, bits < 0 ? Optional.empty() : number(address), bits);
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
            int octet = decimal(part, 255);
            if (octet < 0) {
                return Optional.empty();
            }
            number = number.shiftLeft(8).or(BigInteger.valueOf(octet));
        }
        return Optional.of(number);
    }

    /** A number of 0 to {@code max}; -1 for any other text. */
    private static int decimal(String text, int max) {
        boolean plausible =
                text.length() <= 3 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = plausible ? Integer.parseInt(text) : -1;
        return number <= max ? number : -1;
    }
}
