package io.leasehold.sandbox.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a condition compares one value of the request with one value of the policy. A negated operator holds when no
 * value of the policy matches.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     Condition operators</a>
 */
enum ConditionOperator {
    STRING_EQUALS("StringEquals", false, String::equals),
    STRING_NOT_EQUALS("StringNotEquals", true, String::equals),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false, String::equalsIgnoreCase),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true, String::equalsIgnoreCase),
    STRING_LIKE("StringLike", false, (actual, wanted) -> Glob.matches(wanted, actual)),
    STRING_NOT_LIKE("StringNotLike", true, (actual, wanted) -> Glob.matches(wanted, actual)),
    ARN_EQUALS("ArnEquals", false, (actual, wanted) -> Glob.matchesArn(wanted, actual)),
    ARN_LIKE("ArnLike", false, (actual, wanted) -> Glob.matchesArn(wanted, actual)),
    ARN_NOT_EQUALS("ArnNotEquals", true, (actual, wanted) -> Glob.matchesArn(wanted, actual)),
    ARN_NOT_LIKE("ArnNotLike", true, (actual, wanted) -> Glob.matchesArn(wanted, actual)),
    NUMERIC_EQUALS("NumericEquals", false, compare(BigDecimal::new, c -> c == 0)),
    NUMERIC_NOT_EQUALS("NumericNotEquals", true, compare(BigDecimal::new, c -> c == 0)),
    NUMERIC_LESS_THAN("NumericLessThan", false, compare(BigDecimal::new, c -> c < 0)),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false, compare(BigDecimal::new, c -> c <= 0)),
    NUMERIC_GREATER_THAN("NumericGreaterThan", false, compare(BigDecimal::new, c -> c > 0)),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false, compare(BigDecimal::new, c -> c >= 0)),
    DATE_EQUALS("DateEquals", false, compare(ConditionOperator::date, c -> c == 0)),
    DATE_NOT_EQUALS("DateNotEquals", true, compare(ConditionOperator::date, c -> c == 0)),
    DATE_LESS_THAN("DateLessThan", false, compare(ConditionOperator::date, c -> c < 0)),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", false, compare(ConditionOperator::date, c -> c <= 0)),
    DATE_GREATER_THAN("DateGreaterThan", false, compare(ConditionOperator::date, c -> c > 0)),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false, compare(ConditionOperator::date, c -> c >= 0)),
    BOOL("Bool", false, String::equalsIgnoreCase),
    IP_ADDRESS("IpAddress", false, (actual, wanted) -> IpRange.of(wanted).includes(actual)),
    NOT_IP_ADDRESS("NotIpAddress", true, (actual, wanted) -> IpRange.of(wanted).includes(actual)),
    NULL("Null", false, String::equalsIgnoreCase);

    private static final Map<String, ConditionOperator> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(
                    operator -> operator.wireName.toLowerCase(Locale.ROOT), Function.identity()));

    private final String wireName;
    private final boolean negated;
    private final BiPredicate<String, String> match;

    ConditionOperator(String wireName, boolean negated, BiPredicate<String, String> match) {
        this.wireName = wireName;
        this.negated = negated;
        this.match = match;
    }

    static Optional<ConditionOperator> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    boolean isNegated() {
        return negated;
    }

    boolean matches(String actual, String wanted) {
        return match.test(actual, wanted);
    }

    /** A value that cannot be read as the operator's type matches nothing, as in AWS. */
    private static <T extends Comparable<T>> BiPredicate<String, String> compare(
            Function<String, T> read, BiOrder order) {
        return (actual, wanted) -> {
            try {
                return order.holds(read.apply(actual).compareTo(read.apply(wanted)));
            } catch (NumberFormatException | DateTimeParseException e) {
                return false;
            }
        };
    }

    private static Instant date(String text) {
        if (!text.isEmpty() && text.chars().allMatch(Character::isDigit)) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private interface BiOrder {
        boolean holds(int comparison);
    }
}
