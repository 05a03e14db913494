package io.leasehold.logical;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a value of the body or the query becomes typed. Vault's typing is weak: numbers arrive as strings, lists as
 * comma-separated text, durations in several notations.
 *
 * @param <T> the Java type of the value
 */
@FunctionalInterface
public interface FieldType<T> {
    /** Text; numbers and booleans are taken as their text, {@code null} is the empty text. */
    FieldType<String> STRING = raw -> Optional.of(text(raw, "string"));

    /** A whole number; {@code null} is zero. */
    FieldType<Integer> INTEGER = raw -> Optional.of(integer(raw));

    /** True or false; {@code null} and the empty text are false. */
    FieldType<Boolean> BOOLEAN = raw -> Optional.of(bool(raw));

    /** Whole seconds, not negative; {@code null} counts as not sent. */
    FieldType<Duration> DURATION = FieldType::duration;

    /** A list of texts, or one text with commas; {@code null} is the empty list. */
    FieldType<List<String>> LIST = raw -> Optional.of(list(raw));

    /** Names with texts: an object, or a list of {@code k=v}; {@code null} is empty. */
    FieldType<Map<String, String>> PAIRS = raw -> Optional.of(pairs(raw));

    /** An object as it is; {@code null} is empty. */
    FieldType<Map<String, Object>> OBJECT = raw -> Optional.of(object(raw));

    /** Anything, untouched; {@code null} counts as not sent. */
    FieldType<Object> ANY = Optional::ofNullable;

    /**
     * Converts a value that was sent.
     *
     * @return the typed value, or nothing when the value counts as not sent
     * @throws IllegalArgumentException with the reason, in Vault's words
     */
    Optional<T> convert(Object raw);

    private static String text(Object raw, String wanted) {
        if (raw instanceof Map || raw instanceof List) {
            throw unconvertible(wanted, raw);
        }
        if (raw instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return raw instanceof BigDecimal number ? number.toPlainString() : raw == null ? "" : storable(raw.toString());
    }

    /** The database cannot hold the character NUL, and nothing that is named here needs it. */
    private static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the character NUL is not allowed");
        }
        return text;
    }

    private static int integer(Object raw) {
        String text = raw instanceof Boolean flag ? (flag ? "1" : "0") : text(raw, "int");
        if (text.isEmpty()) {
            return 0;
        }
        try {
            return raw instanceof BigDecimal number ? number.intValueExact() : Integer.parseInt(text);
        } catch (ArithmeticException | NumberFormatException e) {
            throw unparsable("int", "ParseInt", text);
        }
    }

    private static boolean bool(Object raw) {
        if (raw instanceof Boolean flag) {
            return flag;
        }
        if (raw instanceof Number number) {
            return new BigDecimal(number.toString()).signum() != 0;
        }
        String text = text(raw, "bool");
        return switch (text) {
            case "1", "t", "T", "true", "TRUE", "True" -> true;
            case "", "0", "f", "F", "false", "FALSE", "False" -> false;
            default -> throw unparsable("bool", "ParseBool", text);
        };
    }

    private static Optional<Duration> duration(Object raw) {
        if (raw == null) {
            return Optional.empty();
        }
        Duration duration = raw instanceof BigDecimal || raw instanceof Double
                ? Duration.ofSeconds(new BigDecimal(raw.toString()).longValue())
                : GoDuration.parse(text(raw, "duration"));
        if (duration.isNegative()) {
            throw new IllegalArgumentException("cannot provide negative value '" + duration.getSeconds() + "'");
        }
        return Optional.of(Duration.ofSeconds(duration.getSeconds()));
    }

    private static List<String> list(Object raw) {
        Stream<String> items = raw instanceof List<?> list
                ? list.stream().map(item -> text(item, "string"))
                : Stream.of(text(raw, "slice").split(","));
        return items.map(String::trim).filter(item -> !item.isEmpty()).toList();
    }

    private static Map<String, String> pairs(Object raw) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (raw instanceof Map<?, ?> map) {
            map.forEach((key, value) -> pairs.put(key.toString(), text(value, "string")));
        } else if (raw != null) {
            items(raw).forEach(item -> putPair(pairs, item));
        }
        return pairs;
    }

    private static List<String> items(Object raw) {
        List<String> items = new ArrayList<>();
        if (raw instanceof List<?> list) {
            list.forEach(item -> items.add(text(item, "string")));
        } else if (!text(raw, "map").isEmpty()) {
            items.addAll(list(raw));
        }
        return items;
    }

    private static void putPair(Map<String, String> pairs, String item) {
        int equals = item.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("invalid key pair " + GoText.quote(item));
        }
        pairs.put(item.substring(0, equals).trim(), item.substring(equals + 1).trim());
    }

    private static Map<String, Object> object(Object raw) {
        if (raw != null && !(raw instanceof Map)) {
            throw unconvertible("map", raw);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        if (raw instanceof Map<?, ?> map) {
            map.forEach((key, value) -> object.put(key.toString(), value));
        }
        return object;
    }

    private static IllegalArgumentException unparsable(String wanted, String parser, String text) {
        return new IllegalArgumentException("cannot parse '' as " + wanted + ": strconv." + parser + ": parsing "
                + GoText.quote(text) + ": invalid syntax");
    }

    private static IllegalArgumentException unconvertible(String wanted, Object raw) {
        return new IllegalArgumentException(
                "'' expected type '" + wanted + "', got unconvertible type '" + goName(raw) + "'");
    }

    private static String goName(Object raw) {
        if (raw instanceof Map) {
            return "map[string]interface {}";
        }
        if (raw instanceof List) {
            return "[]interface {}";
        }
        return raw instanceof BigInteger || raw instanceof Number ? "json.Number" : "string";
    }
}
