package io.leasehold.aws.template.golang;

import static io.leasehold.aws.template.golang.Directive.ABSENT;

import io.leasehold.aws.template.golang.Directive.Flag;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads a format once from left to right and writes its result: text, directives, {@code *} widths, and explicit
 * argument numbers such as {@code %[2]s}.
 *
 * @see <a href="https://pkg.go.dev/fmt#hdr-Explicit_argument_indexes">Go: explicit argument indexes</a>
 */
final class FormatReader {
    private static final String FLAGS = "#0+- ";
    private static final Flag[] FLAG_OF = {Flag.SHARP, Flag.ZERO, Flag.PLUS, Flag.MINUS, Flag.SPACE};

    private final String format;
    private final FormatArguments arguments;
    private final BoundedText out = new BoundedText();
    private int at;
    private boolean afterIndex;
    private boolean badIndex;

    FormatReader(String format, List<GoValue> values) {
        this.format = format;
        this.arguments = new FormatArguments(values);
    }

    String print() {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            int end = percent < 0 ? format.length() : percent;
            out.append(format.substring(at, end));
            at = end + 1;
            if (percent >= 0) {
                directive();
            }
        }
        return out.append(arguments.surplus()).toString();
    }

    private void directive() {
        badIndex = false;
        Set<Flag> flags = flags();
        afterIndex = index();
        int width = width(flags);
        int precision = precision();
        if (!afterIndex) {
            index();
        }
        if (at >= format.length()) {
            out.append("%!(NOVERB)");
            return;
        }
        int verb = format.codePointAt(at);
        at += Character.charCount(verb);
        write(new Directive(flags, width, precision, verb));
    }

    private void write(Directive directive) {
        String verb = Character.toString(directive.verb());
        if (directive.verb() == '%') {
            out.append("%");
        } else if (badIndex) {
            out.append("%!" + verb + "(BADINDEX)");
        } else if (arguments.isUsedUp()) {
            out.append("%!" + verb + "(MISSING)");
        } else {
            out.append(GoPrint.formatted(arguments.take(), settled(directive)));
        }
    }

    /** Before the verb {@code v} the flag # means Go syntax, and + names fields, which no value here has. */
    private static Directive settled(Directive directive) {
        if (directive.verb() != 'v' && directive.verb() != 'w') {
            return directive;
        }
        Directive settled = directive.without(Flag.PLUS).without(Flag.SHARP);
        return directive.has(Flag.SHARP) ? settled.with(Flag.GO_SYNTAX) : settled;
    }

    private Set<Flag> flags() {
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        while (at < format.length() && FLAGS.indexOf(format.charAt(at)) >= 0) {
            flags.add(FLAG_OF[FLAGS.indexOf(format.charAt(at++))]);
        }
        return flags;
    }

    private int width(Set<Flag> flags) {
        if (!is('*')) {
            int width = number();
            badIndex |= afterIndex && width != ABSENT;
            return width;
        }
        at++;
        afterIndex = false;
        OptionalLong width = arguments.takeWhole();
        if (width.isEmpty()) {
            out.append("%!(BADWIDTH)");
            return ABSENT;
        }
        if (width.getAsLong() < 0) {
            flags.add(Flag.MINUS);
            flags.remove(Flag.ZERO);
        }
        return within(Math.abs(width.getAsLong()));
    }

    private int precision() {
        if (!is('.') || at + 1 >= format.length()) {
            return ABSENT;
        }
        at++;
        badIndex |= afterIndex;
        afterIndex = index();
        if (!is('*')) {
            return Math.max(0, number());
        }
        at++;
        afterIndex = false;
        OptionalLong precision = arguments.takeWhole();
        if (precision.isEmpty() || precision.getAsLong() < 0) {
            out.append("%!(BADPREC)");
            return ABSENT;
        }
        return within(precision.getAsLong());
    }

    /** Reads an argument number in brackets, if there is one; says whether one was there. */
    private boolean index() {
        if (!is('[')) {
            return false;
        }
        arguments.reorder();
        int close = format.indexOf(']', at);
        if (close < 0) {
            badIndex = true;
            at++;
            return false;
        }
        at++;
        int number = number();
        boolean found = number != ABSENT && at == close;
        at = close + 1;
        badIndex |= !found || !arguments.goTo(number);
        return found;
    }

    private int number() {
        long number = ABSENT;
        while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            number = within(Math.max(0, number) * 10 + format.charAt(at++) - '0');
        }
        return (int) number;
    }

    private static int within(long number) {
        if (number < 0 || number > BoundedText.LIMIT) {
            throw new GoException("a width or precision in a format is over " + BoundedText.LIMIT);
        }
        return (int) number;
    }

    private boolean is(char c) {
        return at < format.length() && format.charAt(at) == c;
    }
}
