package io.leasehold.aws.template;

import io.leasehold.aws.template.golang.GoValue;
import java.util.List;

/**
 * A function that a template may call.
 *
 * @see <a href="https://pkg.go.dev/text/template#hdr-Functions">Go text/template: functions</a>
 */
sealed interface GoFunction {
    /** Stands for "any number" of arguments. */
    int UNLIMITED = Integer.MAX_VALUE;

    /** What a template calls it. */
    String name();

    /** The fewest arguments. */
    int fewest();

    /** The most arguments. */
    int most();

    /** What an argument must be. */
    enum Parameter {
        TEXT,
        WHOLE,
        ANY
    }

    /** The work of a function whose arguments have been evaluated and fit their parameters. */
    interface Body {
        GoValue apply(Arguments arguments, TemplateSources sources);
    }

    /** A function that sees all its arguments; the last parameter may be repeated up to {@code most}. */
    record Eager(String name, List<Parameter> parameters, int fewest, int most, Body body) implements GoFunction {
        static Eager of(String name, List<Parameter> parameters, Body body) {
            return new Eager(name, parameters, parameters.size(), parameters.size(), body);
        }

        static Eager variadic(String name, List<Parameter> parameters, int fewest, Body body) {
            return new Eager(name, parameters, fewest, UNLIMITED, body);
        }

        Parameter parameter(int index) {
            return parameters.get(Math.min(index, parameters.size() - 1));
        }
    }

    /** {@code and} and {@code or}: evaluates until one argument has the deciding truth, and gives the last one seen. */
    record ShortCircuit(String name, boolean deciding) implements GoFunction {
        @Override
        public int fewest() {
            return 1;
        }

        @Override
        public int most() {
            return UNLIMITED;
        }
    }
}
