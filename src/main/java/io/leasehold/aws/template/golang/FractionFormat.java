package io.leasehold.aws.template.golang;

import static io.leasehold.aws.template.golang.Directive.ABSENT;

import io.leasehold.aws.template.golang.Directive.Flag;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * How fractions are printed. The flag {@code #} and the binary verbs are refused: no name needs them.
 *
 * @see <a href="https://pkg.go.dev/strconv#FormatFloat">Go: strconv.FormatFloat</a>
 */
final class FractionFormat {
    private static final int SHORTEST = ABSENT;
    private static final int LONGEST_SHORTEST = 17;

    private FractionFormat() {}

    /** The formatted number, or nothing if the verb is not one for fractions. */
    static Optional<String> format(double number, Directive directive) {
        BigDecimal magnitude = new BigDecimal(Math.abs(number));
        String digits = switch (directive.verb()) {
            case 'v', 'g', 'G' -> general(magnitude, directive.precision());
            case 'e', 'E' -> scientific(rounded(magnitude, 1 + orSix(directive)), orSix(directive));
            case 'f', 'F' -> fixed(magnitude, orSix(directive));
            case 'b', 'x', 'X' ->
                throw new GoException("%" + (char) directive.verb() + " is not supported for float64");
            default -> null;
        };
        return Optional.ofNullable(digits).map(text -> signed(number, inCase(text, directive), directive));
    }

    private static int orSix(Directive directive) {
        return directive.precision() == ABSENT ? 6 : directive.precision();
    }

    private static String inCase(String digits, Directive directive) {
        return Character.isUpperCase(directive.verb()) ? digits.toUpperCase(Locale.ROOT) : digits;
    }

    private static String signed(double number, String digits, Directive directive) {
        if (directive.has(Flag.SHARP)) {
            throw new GoException("the flag # is not supported for float64");
        }
        boolean negative = Double.doubleToRawLongBits(number) < 0;
        String sign = negative ? "-" : directive.has(Flag.PLUS) ? "+" : directive.has(Flag.SPACE) ? " " : "";
        int zeros = directive.padsWithZeros() ? directive.width() - sign.length() - digits.length() : 0;
        return directive.padded(sign + "0".repeat(Math.max(0, zeros)) + digits);
    }

    private static String general(BigDecimal magnitude, int precision) {
        int wanted = precision == 0 ? 1 : precision;
        BigDecimal number =
                (wanted == SHORTEST ? shortest(magnitude) : rounded(magnitude, wanted)).stripTrailingZeros();
        if (number.signum() == 0) {
            return "0";
        }
        int digits = number.precision();
        int exponent = digits - number.scale() - 1;
        int threshold = wanted == SHORTEST ? 6 : wanted > digits && digits > exponent ? digits : wanted;
        return exponent < -4 || exponent >= threshold ? scientific(number, digits - 1) : number.toPlainString();
    }

    private static BigDecimal shortest(BigDecimal magnitude) {
        for (int digits = 1; digits < LONGEST_SHORTEST; digits++) {
            BigDecimal candidate = rounded(magnitude, digits);
            if (candidate.doubleValue() == magnitude.doubleValue()) {
                return candidate;
            }
        }
        return rounded(magnitude, LONGEST_SHORTEST);
    }

    private static BigDecimal rounded(BigDecimal magnitude, int digits) {
        return magnitude.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static String fixed(BigDecimal magnitude, int decimals) {
        return magnitude.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String scientific(BigDecimal number, int decimals) {
        String digits = number.unscaledValue().toString();
        int exponent = number.signum() == 0 ? 0 : digits.length() - number.scale() - 1;
        String all = digits + "0".repeat(Math.max(0, decimals + 1 - digits.length()));
        String tail = decimals == 0 ? "" : "." + all.substring(1, decimals + 1);
        return all.charAt(0) + tail + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
