package io.leasehold.aws.template;

import io.leasehold.aws.template.Expression.Call;
import io.leasehold.aws.template.Expression.Constant;
import io.leasehold.aws.template.Expression.Field;
import io.leasehold.aws.template.Expression.Nested;
import io.leasehold.aws.template.Expression.Piped;
import io.leasehold.aws.template.Expression.Variable;
import io.leasehold.aws.template.GoFunction.Eager;
import io.leasehold.aws.template.GoFunction.Parameter;
import io.leasehold.aws.template.GoFunction.ShortCircuit;
import io.leasehold.aws.template.golang.BoundedText;
import io.leasehold.aws.template.golang.GoException;
import io.leasehold.aws.template.golang.GoValue;
import io.leasehold.aws.template.golang.GoValue.Fields;
import io.leasehold.aws.template.golang.GoValue.Fraction;
import io.leasehold.aws.template.golang.GoValue.Text;
import io.leasehold.aws.template.golang.GoValue.Whole;
import io.leasehold.aws.template.golang.Utf8;
import java.util.ArrayList;
import java.util.List;

/** Finds the values of expressions during one rendering; holds the variables. */
final class Evaluation {
    private static final double FIRST_TOO_LARGE = 0x1p63;

    private final Source source;
    private final TemplateSources sources;
    private final GoValue[] variables;

    Evaluation(Source source, int slots, Fields data, TemplateSources sources) {
        this.source = source;
        this.sources = sources;
        this.variables = new GoValue[slots];
        variables[0] = data;
    }

    GoValue value(Pipeline pipeline, GoValue dot) {
        GoValue value = value(pipeline.first(), dot);
        for (Call stage : pipeline.stages()) {
            value = call(stage, dot, List.of(new Piped(value, stage.offset())));
        }
        if (pipeline.setsVariable()) {
            variables[pipeline.slot()] = value;
        }
        return value;
    }

    private GoValue value(Expression expression, GoValue dot) {
        if (expression instanceof Constant constant) {
            return constant.value();
        }
        if (expression instanceof Piped piped) {
            return piped.value();
        }
        if (expression instanceof Variable variable) {
            return variables[variable.slot()];
        }
        if (expression instanceof Field field) {
            return field(field, value(field.owner(), dot));
        }
        if (expression instanceof Nested nested) {
            return value(nested.pipeline(), dot);
        }
        return expression instanceof Call call ? call(call, dot, List.of()) : dot;
    }

    private GoValue field(Field field, GoValue owner) {
        if (owner instanceof Fields fields) {
            return new Text(fields.byName().get(field.name()));
        }
        throw source.failure(field.offset(), "can't evaluate field " + field.name() + " in type " + owner.typeName());
    }

    private GoValue call(Call call, GoValue dot, List<Expression> piped) {
        List<Expression> arguments = new ArrayList<>(call.arguments());
        arguments.addAll(piped);
        try {
            return call.function() instanceof Eager eager
                    ? bounded(eager.body().apply(evaluated(eager, arguments, dot), sources))
                    : decided((ShortCircuit) call.function(), arguments, dot);
        } catch (GoException e) {
            throw source.failure(call.offset(), call.function().name() + ": " + e.getMessage());
        }
    }

    private GoValue decided(ShortCircuit function, List<Expression> arguments, GoValue dot) {
        GoValue value = value(arguments.get(0), dot);
        for (int i = 1; i < arguments.size() && value.isTrue() != function.deciding(); i++) {
            value = value(arguments.get(i), dot);
        }
        return value;
    }

    private Arguments evaluated(Eager function, List<Expression> arguments, GoValue dot) {
        List<GoValue> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            values.add(argument(function.parameter(i), arguments.get(i), dot));
        }
        return new Arguments(values);
    }

    private GoValue argument(Parameter parameter, Expression expression, GoValue dot) {
        GoValue value = value(expression, dot);
        return switch (parameter) {
            case ANY -> value;
            case TEXT -> requireType(Text.class, "string", value, expression);
            case WHOLE -> requireType(Whole.class, "int", settled(expression, value), expression);
        };
    }

    /** A constant such as 2e1 is a whole number where one is asked for. */
    private static GoValue settled(Expression expression, GoValue value) {
        boolean whole = expression instanceof Constant
                && value instanceof Fraction fraction
                && Math.rint(fraction.number()) == fraction.number()
                && Math.abs(fraction.number()) < FIRST_TOO_LARGE;
        return whole ? new Whole((long) ((Fraction) value).number()) : value;
    }

    private GoValue requireType(Class<? extends GoValue> type, String name, GoValue value, Expression at) {
        if (!type.isInstance(value)) {
            throw source.failure(at.offset(), "wrong type for value; expected " + name + "; got " + value.typeName());
        }
        return value;
    }

    private static GoValue bounded(GoValue value) {
        if (value instanceof Text text && Utf8.length(text.value()) > BoundedText.LIMIT) {
            throw new GoException("the text is longer than " + BoundedText.LIMIT + " bytes");
        }
        return value;
    }
}
