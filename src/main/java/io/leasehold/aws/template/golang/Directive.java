package io.leasehold.aws.template.golang;

import java.util.EnumSet;
import java.util.Set;

/**
 * One formatting directive, such as {@code %-8.3s}. Width and precision are {@link #ABSENT} or 0 to
 * {@value BoundedText#LIMIT}; the verb is a code point.
 *
 * @see <a href="https://pkg.go.dev/fmt#hdr-Printing">Go: package fmt, printing</a>
 */
record Directive(Set<Flag> flags, int width, int precision, int verb) {
    static final int ABSENT = -1;

    /** The flags of a directive; {@code GO_SYNTAX} is what {@code #} means before the verb {@code v}. */
    enum Flag {
        SHARP,
        ZERO,
        PLUS,
        MINUS,
        SPACE,
        GO_SYNTAX
    }

    static Directive plain(int verb) {
        return new Directive(EnumSet.noneOf(Flag.class), ABSENT, ABSENT, verb);
    }

    boolean has(Flag flag) {
        return flags.contains(flag);
    }

    Directive with(Flag flag) {
        EnumSet<Flag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new Directive(more, width, precision, verb);
    }

    Directive without(Flag flag) {
        EnumSet<Flag> fewer = EnumSet.noneOf(Flag.class);
        fewer.addAll(flags);
        fewer.remove(flag);
        return new Directive(fewer, width, precision, verb);
    }

    Directive withVerb(int newVerb) {
        return new Directive(flags, width, precision, newVerb);
    }

    boolean padsWithZeros() {
        return has(Flag.ZERO) && !has(Flag.MINUS) && width != ABSENT;
    }

    /** Fills the text up to the width; the width counts characters, not bytes. */
    String padded(String text) {
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        String filling = (padsWithZeros() ? "0" : " ").repeat(missing);
        return has(Flag.MINUS) ? text + filling : filling + text;
    }
}
