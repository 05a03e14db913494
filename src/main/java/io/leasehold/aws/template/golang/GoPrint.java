package io.leasehold.aws.template.golang;

import io.leasehold.aws.template.golang.GoValue.Fields;
import io.leasehold.aws.template.golang.GoValue.Fraction;
import io.leasehold.aws.template.golang.GoValue.Integral;
import io.leasehold.aws.template.golang.GoValue.Nil;
import io.leasehold.aws.template.golang.GoValue.Text;
import io.leasehold.aws.template.golang.GoValue.Truth;
import java.util.List;
import java.util.Optional;

/**
 * Go's {@code Sprint}, {@code Sprintln}, {@code Sprintf}. All throw {@link GoException} for a result over
 * {@value BoundedText#LIMIT} bytes and for the template's whole data, which has no printed form here.
 *
 * @see <a href="https://pkg.go.dev/fmt#Sprint">Go: fmt.Sprint</a>
 */
public final class GoPrint {
    private static final String NIL = "<nil>";

    private GoPrint() {}

    /** One value in its standard form. */
    public static String standard(GoValue value) {
        return formatted(value, Directive.plain('v'));
    }

    /** All values in their standard form, with a space between two neighbours of which neither is a string. */
    public static String print(List<GoValue> values) {
        BoundedText text = new BoundedText();
        for (int i = 0; i < values.size(); i++) {
            boolean apart = i > 0 && !(values.get(i) instanceof Text) && !(values.get(i - 1) instanceof Text);
            text.append(apart ? " " : "").append(standard(values.get(i)));
        }
        return text.toString();
    }

    /** All values in their standard form, with spaces between them and a line end. */
    public static String println(List<GoValue> values) {
        BoundedText text = new BoundedText();
        for (int i = 0; i < values.size(); i++) {
            text.append(i > 0 ? " " : "").append(standard(values.get(i)));
        }
        return text.append("\n").toString();
    }

    /** The format with its directives filled; mismatches are marked in the text, as Go does, and are no errors. */
    public static String printf(String format, List<GoValue> values) {
        return new FormatReader(format, values).print();
    }

    static String formatted(GoValue value, Directive directive) {
        if (value instanceof Fields) {
            throw new GoException("the whole data cannot be used as a value; name one of its fields");
        }
        if (directive.verb() == 'T') {
            return value instanceof Nil
                    ? directive.padded(NIL)
                    : formatted(new Text(value.typeName()), directive.withVerb('s'));
        }
        return byVerb(value, directive).orElseGet(() -> badVerb(value, directive));
    }

    /** A value with its type in front, as Go shows arguments that do not fit. */
    static String withType(GoValue value, Directive directive) {
        return value instanceof Nil ? NIL : value.typeName() + "=" + formatted(value, directive.withVerb('v'));
    }

    private static Optional<String> byVerb(GoValue value, Directive directive) {
        if (value instanceof Text text) {
            return TextFormat.format(text.value(), directive);
        }
        if (value instanceof Integral whole) {
            return WholeFormat.format(whole, directive);
        }
        if (value instanceof Fraction fraction) {
            return FractionFormat.format(fraction.number(), directive);
        }
        if (value instanceof Truth truth) {
            return word(Boolean.toString(truth.value()), directive.verb() == 't' ? directive.withVerb('v') : directive);
        }
        return word(NIL, directive);
    }

    private static Optional<String> word(String word, Directive directive) {
        return directive.verb() == 'v' ? Optional.of(directive.padded(word)) : Optional.empty();
    }

    private static String badVerb(GoValue value, Directive directive) {
        return "%!" + Character.toString(directive.verb()) + "(" + withType(value, directive) + ")";
    }
}
