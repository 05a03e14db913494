package io.leasehold.aws.template;

import io.leasehold.aws.template.Node.Branch;
import io.leasehold.aws.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Builds the body of a template: text, values, {@code if} and {@code with}. Loops and templates within templates are
 * refused.
 *
 * @see <a href="https://pkg.go.dev/text/template#hdr-Actions">Go text/template: actions</a>
 */
final class TemplateParser {
    private static final Set<String> REFUSED = Set.of("range", "template", "define", "block", "break", "continue");
    private static final Set<String> BLOCK_ENDS = Set.of("end", "else");

    private final TokenStream stream;
    private final Scope scope = new Scope();
    private final PipelineParser pipelines;

    TemplateParser(Source source) {
        this.stream = new TokenStream(source);
        this.pipelines = new PipelineParser(stream, scope);
    }

    List<Node> parse() {
        List<Node> nodes = body();
        if (!stream.peek().is(Kind.END)) {
            Token end = stream.peekSecond();
            throw stream.failure(end, "unexpected {{" + end.text() + "}}");
        }
        return nodes;
    }

    /** The number of slots that rendering needs, known after parsing. */
    int slots() {
        return scope.slots();
    }

    private List<Node> body() {
        int mark = scope.enter();
        List<Node> nodes = new ArrayList<>();
        while (!stream.peek().is(Kind.END) && !isAtBlockEnd()) {
            nodes.add(node(stream.next()));
        }
        scope.leave(mark);
        return List.copyOf(nodes);
    }

    private boolean isAtBlockEnd() {
        return stream.peek().is(Kind.OPEN)
                && stream.peekSecond().is(Kind.WORD)
                && BLOCK_ENDS.contains(stream.peekSecond().text());
    }

    private Node node(Token token) {
        if (token.is(Kind.TEXT)) {
            return new Node.Text(token.text());
        }
        Token word = stream.peek();
        if (word.is(Kind.WORD) && REFUSED.contains(word.text())) {
            throw stream.failure(word, word.text() + " is not supported in a user name template");
        }
        if (word.isWord("if") || word.isWord("with")) {
            return block(stream.next());
        }
        return new Node.Output(pipelines.parse("command", Kind.CLOSE));
    }

    private Node block(Token word) {
        stream.enter(word);
        int mark = scope.enter();
        List<Branch> branches = new ArrayList<>(List.of(branch(word)));
        while (isAtElse(word)) {
            skip(3);
            branches.add(branch(word));
        }
        List<Node> otherwise = otherwise(word);
        scope.leave(mark);
        stream.leave();
        return word.isWord("if")
                ? new Node.If(List.copyOf(branches), otherwise)
                : new Node.With(List.copyOf(branches), otherwise);
    }

    private Branch branch(Token word) {
        Pipeline condition = pipelines.parse(word.text(), Kind.CLOSE);
        List<Node> body = body();
        if (stream.peek().is(Kind.END)) {
            throw stream.failure(word, "{{" + word.text() + "}} has no {{end}}");
        }
        return new Branch(condition, body);
    }

    /** Whether the next branch of the same kind begins here: "else if" in an if, "else with" in a with. */
    private boolean isAtElse(Token word) {
        return stream.peekSecond().isWord("else") && stream.peekThird().isWord(word.text());
    }

    private List<Node> otherwise(Token word) {
        List<Node> otherwise = List.of();
        if (stream.peekSecond().isWord("else")) {
            skip(2);
            stream.expect(Kind.CLOSE, "else");
            otherwise = body();
        }
        if (!stream.peekSecond().isWord("end")) {
            throw stream.failure(word, "{{" + word.text() + "}} has no {{end}} after its {{else}}");
        }
        skip(2);
        stream.expect(Kind.CLOSE, "end");
        return otherwise;
    }

    private void skip(int tokens) {
        for (int i = 0; i < tokens; i++) {
            stream.next();
        }
    }
}
