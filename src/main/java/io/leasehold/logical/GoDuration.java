package io.leasehold.logical;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations in the notation that Vault's clients send and read: whole seconds, {@code 1h30m}, {@code 1.5h},
 * {@code 3600000ms}, and whole days as {@code 7d}.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/duration-format">Vault duration format</a>
 */
public final class GoDuration {
    private static final Pattern SECONDS = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern DAYS = Pattern.compile("([+-]?\\d{1,9})d");
    private static final Pattern PART = Pattern.compile("(\\d{0,18}(?:\\.\\d{0,18})?)([^\\d.]*)");
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final Map<String, Long> NANOS = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            "µs",
            1_000L,
            "μs",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "m",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);

    private GoDuration() {}

    /**
     * Reads a duration; the empty text is zero, bare digits are seconds.
     *
     * @throws IllegalArgumentException with Go's wording when the text is not a duration
     */
    public static Duration parse(String text) {
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        if (SECONDS.matcher(text).matches()) {
            return bounded(Duration.ofSeconds(Long.parseLong(text)), text);
        }
        Matcher days = DAYS.matcher(text);
        return days.matches() ? bounded(Duration.ofDays(Long.parseLong(days.group(1))), text) : parseGo(text);
    }

    /**
     * Reads a duration in Go's own notation, in which every number needs a unit (but {@code 0}).
     *
     * @throws IllegalArgumentException with Go's wording when the text is not a duration
     */
    public static Duration parseGo(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        if (digits.equals("0")) {
            return Duration.ZERO;
        }
        Duration sum = sum(digits, text);
        return negative ? sum.negated() : sum;
    }

    private static Duration sum(String digits, String whole) {
        Matcher part = PART.matcher(digits);
        BigDecimal nanos = BigDecimal.ZERO;
        int end = 0;
        while (end < digits.length() && part.find(end) && part.start() == end && part.end() > end) {
            nanos = nanos.add(nanos(part.group(1), part.group(2), whole));
            end = part.end();
        }
        if (digits.isEmpty() || end < digits.length() || nanos.compareTo(LONGEST) > 0) {
            throw invalid(whole);
        }
        return Duration.ofNanos(nanos.longValue());
    }

    private static BigDecimal nanos(String number, String unit, String whole) {
        if (number.isEmpty() || number.equals(".")) {
            throw invalid(whole);
        }
        if (unit.isEmpty()) {
            throw new IllegalArgumentException("time: missing unit in duration " + GoText.quote(whole));
        }
        Long factor = NANOS.get(unit);
        if (factor == null) {
            throw new IllegalArgumentException(
                    "time: unknown unit " + GoText.quote(unit) + " in duration " + GoText.quote(whole));
        }
        return new BigDecimal(number).multiply(BigDecimal.valueOf(factor));
    }

    /** Go counts a duration in nanoseconds, 64 bits of them: 292 years. */
    private static Duration bounded(Duration duration, String text) {
        if (duration.abs().compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0) {
            throw invalid(text);
        }
        return duration;
    }

    private static IllegalArgumentException invalid(String text) {
        return new IllegalArgumentException("time: invalid duration " + GoText.quote(text));
    }

    /** Go's full form: {@code 30m0s}, {@code 12h0m0s}, {@code 0s}. */
    public static String format(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        Duration left = duration.abs();
        String sign = duration.isNegative() ? "-" : "";
        long hours = left.toHours();
        String seconds = seconds(left);
        if (hours > 0) {
            return sign + hours + "h" + left.toMinutesPart() + "m" + seconds;
        }
        return sign + (left.toMinutes() > 0 ? left.toMinutesPart() + "m" + seconds : small(left, seconds));
    }

    private static String seconds(Duration left) {
        BigDecimal seconds = BigDecimal.valueOf(left.toSecondsPart()).add(BigDecimal.valueOf(left.getNano(), 9));
        return plain(seconds) + "s";
    }

    private static String small(Duration left, String seconds) {
        if (left.getSeconds() > 0) {
            return seconds;
        }
        int nanos = left.getNano();
        if (nanos >= 1_000_000) {
            return plain(BigDecimal.valueOf(nanos, 6)) + "ms";
        }
        return nanos >= 1_000 ? plain(BigDecimal.valueOf(nanos, 3)) + "µs" : nanos + "ns";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The short form of warnings, without zero tail parts: {@code 768h}, {@code 1h30m}, {@code 45s}. */
    public static String formatShort(Duration duration) {
        String text = format(duration);
        if (text.endsWith("m0s")) {
            text = text.substring(0, text.length() - 2);
        }
        return text.endsWith("h0m") ? text.substring(0, text.length() - 2) : text;
    }
}
