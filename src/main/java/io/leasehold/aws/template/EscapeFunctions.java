package io.leasehold.aws.template;

import static io.leasehold.aws.template.GoFunction.Parameter.ANY;

import io.leasehold.aws.template.GoFunction.Eager;
import io.leasehold.aws.template.golang.GoPrint;
import io.leasehold.aws.template.golang.GoQuote;
import io.leasehold.aws.template.golang.GoValue.Nil;
import io.leasehold.aws.template.golang.GoValue.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Go's built-in functions that escape text for HTML, JavaScript and URLs.
 *
 * @see <a href="https://pkg.go.dev/text/template#hdr-Functions">Go text/template: functions</a>
 */
final class EscapeFunctions {
    static final List<GoFunction> ALL = List.of(
            escape("html", text -> each(text, EscapeFunctions::html)),
            escape("js", text -> each(text, EscapeFunctions::script)),
            escape("urlquery", EscapeFunctions::query));

    private EscapeFunctions() {}

    private static GoFunction escape(String name, UnaryOperator<String> change) {
        return Eager.variadic(name, List.of(ANY), 0, (a, s) -> new Text(change.apply(joined(a))));
    }

    private static String joined(Arguments arguments) {
        return GoPrint.print(arguments.values().stream()
                .map(value -> value instanceof Nil ? new Text("<no value>") : value)
                .toList());
    }

    private static String each(String text, IntFunction<String> escaped) {
        return text.codePoints().mapToObj(escaped).collect(Collectors.joining());
    }

    private static String html(int c) {
        return switch (c) {
            case 0 -> "\ufffd";
            case '"' -> "&#34;";
            case '\'' -> "&#39;";
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(c);
        };
    }

    private static String script(int c) {
        if (c == '\\' || c == '\'' || c == '"') {
            return "\\" + (char) c;
        }
        boolean special = c < ' ' || "<>&=".indexOf(c) >= 0 || c > 0x7f && !GoQuote.isPrintable(c);
        return special ? String.format("\\u%04X", c) : Character.toString(c);
    }

    /** The JDK's form encoding differs from Go's in two characters. */
    private static String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
