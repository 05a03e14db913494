package io.leasehold.aws.template;

import static io.leasehold.aws.template.GoFunction.Parameter.ANY;
import static io.leasehold.aws.template.GoFunction.Parameter.TEXT;

import io.leasehold.aws.template.GoFunction.Eager;
import io.leasehold.aws.template.GoFunction.ShortCircuit;
import io.leasehold.aws.template.golang.GoException;
import io.leasehold.aws.template.golang.GoPrint;
import io.leasehold.aws.template.golang.GoValue;
import io.leasehold.aws.template.golang.GoValue.Integral;
import io.leasehold.aws.template.golang.GoValue.Octet;
import io.leasehold.aws.template.golang.GoValue.Text;
import io.leasehold.aws.template.golang.GoValue.Truth;
import io.leasehold.aws.template.golang.GoValue.Whole;
import io.leasehold.aws.template.golang.Utf8;
import java.util.List;

/**
 * Go's built-in functions for printing, logic and strings.
 *
 * @see <a href="https://pkg.go.dev/text/template#hdr-Functions">Go text/template: functions</a>
 */
final class BuiltinFunctions {
    static final List<GoFunction> ALL = List.of(
            new ShortCircuit("and", false),
            new ShortCircuit("or", true),
            Eager.of("not", List.of(ANY), (a, s) -> new Truth(!a.get(0).isTrue())),
            Eager.of("len", List.of(ANY), (a, s) -> new Whole(Utf8.length(string(a.get(0), "len of type ")))),
            Eager.variadic("index", List.of(ANY), 1, (a, s) -> index(a)),
            Eager.variadic("slice", List.of(ANY), 1, (a, s) -> slice(a)),
            Eager.variadic("print", List.of(ANY), 0, (a, s) -> new Text(GoPrint.print(a.values()))),
            Eager.variadic("println", List.of(ANY), 0, (a, s) -> new Text(GoPrint.println(a.values()))),
            Eager.variadic("printf", List.of(TEXT, ANY), 1, (a, s) -> new Text(GoPrint.printf(a.text(0), a.from(1)))));

    private BuiltinFunctions() {}

    private static GoValue index(Arguments arguments) {
        GoValue value = arguments.get(0);
        for (GoValue index : arguments.from(1)) {
            byte[] bytes = Utf8.bytes(string(value, "can't index item of type "));
            int at = position(index, bytes.length - 1);
            value = new Octet(Byte.toUnsignedLong(bytes[at]));
        }
        return value;
    }

    private static GoValue slice(Arguments arguments) {
        String text = string(arguments.get(0), "can't slice item of type ");
        List<GoValue> indexes = arguments.from(1);
        if (indexes.size() > 2) {
            throw new GoException("a string takes at most 2 slice indexes, found " + indexes.size());
        }
        int length = Utf8.length(text);
        int from = indexes.isEmpty() ? 0 : position(indexes.get(0), length);
        int to = indexes.size() < 2 ? length : position(indexes.get(1), length);
        if (from > to) {
            throw new GoException("invalid slice index: " + from + " > " + to);
        }
        return new Text(Utf8.slice(text, from, to));
    }

    private static String string(GoValue value, String complaint) {
        if (value instanceof Text text) {
            return text.value();
        }
        throw new GoException(complaint + value.typeName());
    }

    private static int position(GoValue index, int greatest) {
        if (!(index instanceof Integral whole)) {
            throw new GoException("cannot index with type " + index.typeName());
        }
        if (whole.number() < 0 || whole.number() > greatest) {
            throw new GoException("index out of range: " + whole.number());
        }
        return (int) whole.number();
    }
}
