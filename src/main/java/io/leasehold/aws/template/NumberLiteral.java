package io.leasehold.aws.template;

import io.leasehold.aws.template.golang.GoException;
import io.leasehold.aws.template.golang.GoValue;
import io.leasehold.aws.template.golang.GoValue.Fraction;
import io.leasehold.aws.template.golang.GoValue.Whole;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads a number as Go's compiler would: decimal, 0x, 0o, 0b, old octal (010 is 8), fractions.
 *
 * @see <a href="https://go.dev/ref/spec#Integer_literals">Go: integer literals</a>
 */
final class NumberLiteral {
    private static final Pattern BAD_UNDERSCORES = Pattern.compile("^_|_$|__");
    private static final Pattern WHOLE = Pattern.compile("0x_?[0-9a-f_]+|0o_?[0-7_]+|0b_?[01_]+|0[0-7_]*|[1-9][0-9_]*");
    private static final Pattern FRACTION = Pattern.compile(
            "([0-9]+\\.?[0-9]*|\\.[0-9]+)(e[+-]?[0-9]+)?|0x([0-9a-f]+\\.?[0-9a-f]*|\\.[0-9a-f]+)p[+-]?[0-9]+");

    private NumberLiteral() {}

    static GoValue value(String token) {
        boolean negative = token.startsWith("-");
        String digits = (negative || token.startsWith("+") ? token.substring(1) : token).toLowerCase(Locale.ROOT);
        if (WHOLE.matcher(digits).matches()) {
            BigInteger magnitude = magnitude(digits, token);
            return whole(negative ? magnitude.negate() : magnitude, token);
        }
        boolean looksLikeFraction = digits.contains(".") || digits.contains("e") || digits.contains("p");
        if (looksLikeFraction && FRACTION.matcher(digits).matches()) {
            double magnitude = Double.parseDouble(digits);
            return fraction(negative ? -magnitude : magnitude, token);
        }
        throw illegal(token);
    }

    private static BigInteger magnitude(String digits, String token) {
        boolean prefixed = digits.length() > 1 && digits.charAt(0) == '0' && Character.isLetter(digits.charAt(1));
        String body = prefixed ? digits.substring(2) : digits;
        if (BAD_UNDERSCORES.matcher(prefixed ? "0" + body : body).find()) {
            throw illegal(token);
        }
        return new BigInteger(body.replace("_", ""), base(digits, prefixed));
    }

    private static int base(String digits, boolean prefixed) {
        if (!prefixed) {
            return digits.startsWith("0") ? 8 : 10;
        }
        return switch (digits.charAt(1)) {
            case 'x' -> 16;
            case 'o' -> 8;
            default -> 2;
        };
    }

    private static GoValue whole(BigInteger number, String token) {
        if (number.bitLength() >= Long.SIZE) {
            throw new GoException(token + " overflows int");
        }
        return new Whole(number.longValue());
    }

    private static GoValue fraction(double number, String token) {
        if (Double.isInfinite(number)) {
            throw new GoException(token + " overflows float64");
        }
        return new Fraction(number);
    }

    private static GoException illegal(String token) {
        return new GoException("illegal number syntax: " + token);
    }
}
