package io.leasehold.aws.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The five fields of a cron schedule: minute, hour, day of month, month, day of week. */
final class CronSchedule {
    private static final Pattern RANGE = Pattern.compile("(\\*|\\?|(\\d{1,4})(?:-(\\d{1,4}))?)(?:/(\\d{1,4}))?");
    private static final List<Bounds> FIELDS =
            List.of(new Bounds(0, 59), new Bounds(0, 23), new Bounds(1, 31), new Bounds(1, 12), new Bounds(0, 6));
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private CronSchedule() {}

    /** Why a text is not a schedule, or nothing. */
    static Optional<String> fault(String schedule) {
        String[] fields = schedule.trim().split("\\s+");
        if (fields.length != FIELDS.size()) {
            return Optional.of(
                    "expected exactly 5 fields, found " + fields.length + ": [" + String.join(" ", fields) + "]");
        }
        for (int i = 0; i < fields.length; i++) {
            for (String range : numbers(fields[i], i).split(",", -1)) {
                if (!FIELDS.get(i).allow(range)) {
                    return Optional.of("bad value in field " + (i + 1) + ": " + fields[i]);
                }
            }
        }
        return Optional.empty();
    }

    private static String numbers(String field, int position) {
        return switch (position) {
            case 3 -> replace(field, MONTHS, 1);
            case 4 -> replace(field, DAYS, 0);
            default -> field;
        };
    }

    private static String replace(String field, List<String> names, int first) {
        String text = field.toUpperCase(java.util.Locale.ROOT);
        for (int i = 0; i < names.size(); i++) {
            text = text.replace(names.get(i), Integer.toString(first + i));
        }
        return text;
    }

    private record Bounds(int least, int most) {
        boolean allow(String text) {
            Matcher range = RANGE.matcher(text);
            if (!range.matches() || "0".equals(range.group(4))) {
                return false;
            }
            int from = range.group(2) == null ? least : Integer.parseInt(range.group(2));
            int to = range.group(3) == null ? from : Integer.parseInt(range.group(3));
            return least <= from && from <= to && to <= most;
        }
    }
}
