package io.leasehold.aws.template;

import io.leasehold.aws.template.Expression.Call;
import io.leasehold.aws.template.Expression.Constant;
import io.leasehold.aws.template.Expression.Dot;
import io.leasehold.aws.template.Expression.Field;
import io.leasehold.aws.template.Expression.Nested;
import io.leasehold.aws.template.Expression.Variable;
import io.leasehold.aws.template.Token.Kind;
import io.leasehold.aws.template.golang.GoException;
import io.leasehold.aws.template.golang.GoValue;
import io.leasehold.aws.template.golang.GoValue.Nil;
import io.leasehold.aws.template.golang.GoValue.Text;
import io.leasehold.aws.template.golang.GoValue.Truth;
import io.leasehold.aws.template.golang.GoValue.Whole;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Builds single operands: constants, variables, fields, functions without arguments, pipelines in parentheses. Refuses
 * what is not known: fields, variables, functions.
 *
 * @see <a href="https://pkg.go.dev/text/template#hdr-Arguments">Go text/template: arguments</a>
 */
final class OperandParser {
    private static final Set<String> CONSTANTS = Set.of("true", "false", "nil");
    private static final Set<Kind> STARTS = EnumSet.of(
            Kind.DOT,
            Kind.FIELD,
            Kind.VARIABLE,
            Kind.WORD,
            Kind.STRING,
            Kind.RAW_STRING,
            Kind.CHARACTER,
            Kind.NUMBER,
            Kind.LEFT);

    private final TokenStream stream;
    private final Scope scope;
    private final PipelineParser pipelines;

    OperandParser(TokenStream stream, Scope scope, PipelineParser pipelines) {
        this.stream = stream;
        this.scope = scope;
        this.pipelines = pipelines;
    }

    static boolean startsOperand(Token token) {
        return STARTS.contains(token.kind());
    }

    static boolean isConstant(Token token) {
        return CONSTANTS.contains(token.text());
    }

    Expression parse(String context) {
        Token token = stream.next();
        if (!startsOperand(token)) {
            throw stream.unexpected(token, context);
        }
        Expression operand = withField(term(token), token);
        requireSeparator(context);
        return operand;
    }

    /** Operands are separated by white space, or ended by a pipe, a parenthesis or the end of the action. */
    void requireSeparator(String context) {
        Token next = stream.peek();
        boolean separated = next.spaceBefore() || next.is(Kind.PIPE) || next.is(Kind.RIGHT) || next.is(Kind.CLOSE);
        if (!separated) {
            throw stream.unexpected(next, context);
        }
    }

    GoFunction function(Token name) {
        return FunctionTable.find(name.text())
                .orElseThrow(() -> stream.failure(name, "function " + name.shown() + " not defined"));
    }

    void requireArity(GoFunction function, int arguments, Token at) {
        if (arguments < function.fewest() || arguments > function.most()) {
            String wanted = (function.most() == function.fewest() ? "" : "at least ") + function.fewest();
            throw stream.failure(
                    at, "wrong number of args for " + function.name() + ": want " + wanted + " got " + arguments);
        }
    }

    private Expression term(Token token) {
        return switch (token.kind()) {
            case DOT -> new Dot(token.offset());
            case FIELD -> field(new Dot(token.offset()), token);
            case VARIABLE -> variable(token);
            case LEFT -> nested(token);
            case WORD -> isConstant(token) ? new Constant(constant(token), token.offset()) : call(token);
            default -> new Constant(constant(token), token.offset());
        };
    }

    private Expression withField(Expression term, Token token) {
        if (!stream.peek().is(Kind.FIELD) || stream.peek().spaceBefore()) {
            return term;
        }
        Token name = stream.next();
        if (!(term instanceof Variable) && !(term instanceof Nested)) {
            throw stream.failure(name, "unexpected " + name.text() + " after " + token.text());
        }
        return withField(field(term, name), name);
    }

    private Field field(Expression owner, Token token) {
        String name = token.text().substring(1);
        if (!TemplateData.FIELD_NAMES.contains(name)) {
            throw stream.failure(
                    token,
                    "unknown variable ." + name + ": a user name template has ."
                            + String.join(", .", TemplateData.FIELD_NAMES));
        }
        return new Field(owner, name, token.offset());
    }

    private Variable variable(Token token) {
        int slot = scope.find(token.text());
        if (slot == Scope.ABSENT) {
            throw stream.failure(token, "undefined variable " + token.shown());
        }
        return new Variable(slot, token.offset());
    }

    private Nested nested(Token left) {
        stream.enter(left);
        Nested nested = new Nested(pipelines.parse("parenthesized pipeline", Kind.RIGHT), left.offset());
        stream.leave();
        return nested;
    }

    private Call call(Token name) {
        GoFunction function = function(name);
        requireArity(function, 0, name);
        return new Call(function, List.of(), name.offset());
    }

    private GoValue constant(Token token) {
        try {
            return switch (token.kind()) {
                case STRING -> new Text(StringLiteral.text(token.text()));
                case RAW_STRING -> new Text(StringLiteral.rawText(token.text()));
                case CHARACTER -> new Whole(StringLiteral.character(token.text()));
                case NUMBER -> NumberLiteral.value(token.text());
                default -> token.isWord("nil") ? new Nil() : new Truth(token.isWord("true"));
            };
        } catch (GoException e) {
            throw stream.failure(token, e.getMessage());
        }
    }
}
