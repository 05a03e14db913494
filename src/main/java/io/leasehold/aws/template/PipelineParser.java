package io.leasehold.aws.template;

import io.leasehold.aws.template.Expression.Call;
import io.leasehold.aws.template.Token.Kind;
import io.leasehold.aws.template.golang.GoValue.Nil;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds pipelines: commands separated by {@code |}, each a value or a function with arguments separated by spaces.
 *
 * @see <a href="https://pkg.go.dev/text/template#hdr-Pipelines">Go text/template: pipelines</a>
 */
final class PipelineParser {
    private final TokenStream stream;
    private final Scope scope;
    private final OperandParser operands;

    PipelineParser(TokenStream stream, Scope scope) {
        this.stream = stream;
        this.scope = scope;
        this.operands = new OperandParser(stream, scope, this);
    }

    /** Reads a pipeline and the token that ends it. A pipe at the very end is ignored, as Go does. */
    Pipeline parse(String context, Kind end) {
        Token target = target(end);
        Token sign = target == null ? null : stream.next();
        Expression first = first(context, end);
        List<Call> stages = new ArrayList<>();
        while (!stream.peek().is(end)) {
            stages.add(stage(stages.size() + 2, context));
        }
        stream.next();
        return new Pipeline(first, List.copyOf(stages), target == null ? Scope.ABSENT : slot(target, sign));
    }

    /** The variable that the pipeline sets, if it begins with one and a sign; the sign is left for the caller. */
    private Token target(Kind end) {
        Token sign = stream.peekSecond();
        if (!stream.peek().is(Kind.VARIABLE)) {
            return null;
        }
        if (sign.is(Kind.OTHER) && sign.text().equals(",")) {
            throw stream.failure(sign, "too many declarations");
        }
        if (!sign.is(Kind.DECLARE) && !sign.is(Kind.ASSIGN)) {
            return null;
        }
        if (end == Kind.RIGHT) {
            throw stream.failure(sign, "a variable cannot be set inside parentheses");
        }
        return stream.next();
    }

    private int slot(Token target, Token sign) {
        if (target.text().equals("$")) {
            throw stream.failure(target, "$ is the data and cannot be set");
        }
        int slot = sign.is(Kind.DECLARE) ? scope.declare(target.text()) : scope.find(target.text());
        if (slot == Scope.ABSENT) {
            throw stream.failure(target, "undefined variable " + target.shown());
        }
        return slot;
    }

    private Expression first(String context, Kind end) {
        Token start = stream.peek();
        if (start.is(end)) {
            throw stream.failure(start, "missing value for " + context);
        }
        if (start.is(Kind.WORD) && !OperandParser.isConstant(start)) {
            return checked(call(context), 0, start);
        }
        Expression value = operands.parse(context);
        if (value instanceof Expression.Constant constant && constant.value() instanceof Nil) {
            throw stream.failure(start, "nil is not a command");
        }
        if (!isCommandEnd()) {
            throw stream.failure(start, "can't give argument to non-function " + start.text());
        }
        passPipe();
        return value;
    }

    private Call stage(int number, String context) {
        Token start = stream.peek();
        if (!start.is(Kind.WORD) || OperandParser.isConstant(start)) {
            boolean operand = OperandParser.startsOperand(start);
            throw operand
                    ? stream.failure(start, "non executable command in pipeline stage " + number)
                    : stream.unexpected(start, context);
        }
        return checked(call(context), 1, start);
    }

    private Call call(String context) {
        Token name = stream.peek();
        GoFunction function = operands.function(stream.next());
        operands.requireSeparator(context);
        List<Expression> arguments = new ArrayList<>();
        while (!isCommandEnd()) {
            arguments.add(operands.parse(context));
        }
        passPipe();
        return new Call(function, List.copyOf(arguments), name.offset());
    }

    /** Function names are checked where they are read; here it is the number of arguments. */
    private Call checked(Call call, int piped, Token start) {
        operands.requireArity(call.function(), call.arguments().size() + piped, start);
        return call;
    }

    private boolean isCommandEnd() {
        Token token = stream.peek();
        return token.is(Kind.PIPE) || token.is(Kind.CLOSE) || token.is(Kind.RIGHT) || token.is(Kind.END);
    }

    private void passPipe() {
        if (stream.peek().is(Kind.PIPE)) {
            stream.next();
        }
    }
}
