package io.leasehold.aws.template;

import static io.leasehold.aws.template.GoFunction.Parameter.ANY;

import io.leasehold.aws.template.GoFunction.Eager;
import io.leasehold.aws.template.golang.GoException;
import io.leasehold.aws.template.golang.GoValue;
import io.leasehold.aws.template.golang.GoValue.Fraction;
import io.leasehold.aws.template.golang.GoValue.Integral;
import io.leasehold.aws.template.golang.GoValue.Nil;
import io.leasehold.aws.template.golang.GoValue.Text;
import io.leasehold.aws.template.golang.GoValue.Truth;
import io.leasehold.aws.template.golang.Utf8;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Go's comparisons: only like with like, except that whole numbers of all types compare with each other.
 *
 * @see <a href="https://pkg.go.dev/text/template#hdr-Functions">Go text/template: functions</a>
 */
final class ComparisonFunctions {
    static final List<GoFunction> ALL = List.of(
            Eager.variadic("eq", List.of(ANY), 1, (a, s) -> new Truth(equalsAny(a.get(0), a.from(1)))),
            Eager.of("ne", List.of(ANY, ANY), (a, s) -> new Truth(!equal(a.get(0), a.get(1)))),
            ordering("lt", order -> order < 0),
            ordering("le", order -> order <= 0),
            ordering("gt", order -> order > 0),
            ordering("ge", order -> order >= 0));

    private ComparisonFunctions() {}

    private static GoFunction ordering(String name, IntPredicate wanted) {
        return Eager.of(name, List.of(ANY, ANY), (a, s) -> new Truth(wanted.test(order(a.get(0), a.get(1)))));
    }

    private static boolean equalsAny(GoValue value, List<GoValue> others) {
        if (others.isEmpty()) {
            throw new GoException("missing argument for comparison");
        }
        return others.stream().anyMatch(other -> equal(value, other));
    }

    private static boolean equal(GoValue one, GoValue other) {
        if (one instanceof Nil || other instanceof Nil) {
            return one.equals(other);
        }
        requireSameKind(one, other);
        if (one instanceof Fraction a && other instanceof Fraction b) {
            return a.number() == b.number();
        }
        return one instanceof Integral a && other instanceof Integral b ? a.number() == b.number() : one.equals(other);
    }

    private static int order(GoValue one, GoValue other) {
        requireSameKind(one, other);
        if (one instanceof Integral a && other instanceof Integral b) {
            return Long.compare(a.number(), b.number());
        }
        if (one instanceof Fraction a && other instanceof Fraction b) {
            return a.number() < b.number() ? -1 : a.number() > b.number() ? 1 : 0;
        }
        if (one instanceof Text a && other instanceof Text b) {
            return Arrays.compareUnsigned(Utf8.bytes(a.value()), Utf8.bytes(b.value()));
        }
        throw new GoException("invalid type for comparison");
    }

    private static void requireSameKind(GoValue one, GoValue other) {
        boolean integral = one instanceof Integral && other instanceof Integral;
        if (!integral && !one.getClass().equals(other.getClass())) {
            throw new GoException("incompatible types for comparison: " + one.typeName() + " and " + other.typeName());
        }
    }
}
