package io.leasehold.aws.template.golang;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Go's time layouts: the layout shows how the reference time (Monday, 2 January 2006, 15:04:05) would be written.
 *
 * @see <a href="https://pkg.go.dev/time#pkg-constants">Go: package time, layouts</a>
 */
public final class GoTime {
    /** One element of a layout, and what it becomes; elements that begin another one stand after it. */
    private record Element(String sign, Function<LocalDateTime, String> value) {}

    private static final List<Element> ELEMENTS = List.of(
            new Element("January", t -> t.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
            new Element(
                    "Jan",
                    t -> t.getMonth()
                            .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                            .substring(0, 3)),
            new Element("Monday", t -> t.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
            new Element(
                    "Mon",
                    t -> t.getDayOfWeek()
                            .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                            .substring(0, 3)),
            new Element("MST", t -> "UTC"),
            new Element("01", t -> digits(t.getMonthValue(), 2)),
            new Element("002", t -> digits(t.getDayOfYear(), 3)),
            new Element("02", t -> digits(t.getDayOfMonth(), 2)),
            new Element("03", t -> digits(hourOfTwelve(t), 2)),
            new Element("04", t -> digits(t.getMinute(), 2)),
            new Element("05", t -> digits(t.getSecond(), 2)),
            new Element("06", t -> digits(Math.abs(t.getYear()) % 100, 2)),
            new Element("15", t -> digits(t.getHour(), 2)),
            new Element("1", t -> digits(t.getMonthValue(), 1)),
            new Element("2006", t -> digits(t.getYear(), 4)),
            new Element("2", t -> digits(t.getDayOfMonth(), 1)),
            new Element("_2006", t -> "_" + digits(t.getYear(), 4)),
            new Element("__2", t -> String.format("%3d", t.getDayOfYear())),
            new Element("_2", t -> String.format("%2d", t.getDayOfMonth())),
            new Element("3", t -> digits(hourOfTwelve(t), 1)),
            new Element("4", t -> digits(t.getMinute(), 1)),
            new Element("5", t -> digits(t.getSecond(), 1)),
            new Element("PM", t -> t.getHour() < 12 ? "AM" : "PM"),
            new Element("pm", t -> t.getHour() < 12 ? "am" : "pm"),
            new Element("-070000", t -> "+000000"),
            new Element("-07:00:00", t -> "+00:00:00"),
            new Element("-0700", t -> "+0000"),
            new Element("-07:00", t -> "+00:00"),
            new Element("-07", t -> "+00"),
            new Element("Z070000", t -> "Z"),
            new Element("Z07:00:00", t -> "Z"),
            new Element("Z0700", t -> "Z"),
            new Element("Z07:00", t -> "Z"),
            new Element("Z07", t -> "Z"));

    private GoTime() {}

    /** The time, which is taken to be UTC, in the given layout. */
    public static String format(String layout, LocalDateTime time) {
        BoundedText text = new BoundedText();
        int at = 0;
        while (at < layout.length()) {
            int end = fractionEnd(layout, at);
            if (end > at) {
                text.append(fraction(layout.substring(at, end), time.getNano()));
                at = end;
                continue;
            }
            Element element = elementAt(layout, at);
            text.append(element.value().apply(time));
            at += element.sign().length();
        }
        return text.toString();
    }

    private static Element elementAt(String layout, int at) {
        for (Element element : ELEMENTS) {
            if (layout.startsWith(element.sign(), at) && !beginsAWord(element.sign(), layout, at)) {
                return element;
            }
        }
        String literal = layout.substring(at, at + Character.charCount(layout.codePointAt(at)));
        return new Element(literal, t -> literal);
    }

    /** "Jan" in "Jane" and "Mon" in "Money" stand for themselves. */
    private static boolean beginsAWord(String sign, String layout, int at) {
        int next = at + sign.length();
        return (sign.equals("Jan") || sign.equals("Mon"))
                && next < layout.length()
                && layout.charAt(next) >= 'a'
                && layout.charAt(next) <= 'z';
    }

    /** The end of a fraction of a second (".000", ",999") that begins here, or the same place if none does. */
    private static int fractionEnd(String layout, int at) {
        if (".,".indexOf(layout.charAt(at)) < 0 || at + 1 >= layout.length()) {
            return at;
        }
        char digit = layout.charAt(at + 1);
        int end = at + 1;
        while (end < layout.length() && layout.charAt(end) == digit) {
            end++;
        }
        boolean more = end < layout.length() && layout.charAt(end) >= '0' && layout.charAt(end) <= '9';
        return (digit == '0' || digit == '9') && !more ? end : at;
    }

    private static String fraction(String sign, int nanoseconds) {
        int places = Math.min(9, sign.length() - 1);
        String digits = String.format("%09d", nanoseconds).substring(0, places);
        if (sign.charAt(1) == '9') {
            digits = digits.replaceAll("0+$", "");
        }
        return digits.isEmpty() ? "" : sign.charAt(0) + digits;
    }

    private static int hourOfTwelve(LocalDateTime time) {
        return time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    }

    private static String digits(int number, int width) {
        return String.format("%0" + width + "d", number);
    }
}
