package io.leasehold.aws.template;

import io.leasehold.aws.template.Node.Branch;
import io.leasehold.aws.template.golang.BoundedText;
import io.leasehold.aws.template.golang.GoException;
import io.leasehold.aws.template.golang.GoPrint;
import io.leasehold.aws.template.golang.GoValue;
import io.leasehold.aws.template.golang.GoValue.Nil;
import java.util.List;

/** One walk through a template's body, writing its output. */
final class Rendering {
    private final Evaluation evaluation;
    private final BoundedText out = new BoundedText();

    Rendering(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    String render(List<Node> body, GoValue data) {
        try {
            write(body, data);
            return out.toString();
        } catch (GoException e) {
            throw new TemplateException(e.getMessage());
        }
    }

    private void write(List<Node> body, GoValue dot) {
        for (Node node : body) {
            if (node instanceof Node.Text text) {
                out.append(text.text());
            } else if (node instanceof Node.Output output) {
                write(output.pipeline(), dot);
            } else if (node instanceof Node.If conditional) {
                choose(conditional, dot);
            } else if (node instanceof Node.With conditional) {
                choose(conditional, dot);
            }
        }
    }

    private void write(Pipeline pipeline, GoValue dot) {
        GoValue value = evaluation.value(pipeline, dot);
        if (!pipeline.setsVariable()) {
            out.append(value instanceof Nil ? "<no value>" : GoPrint.standard(value));
        }
    }

    private void choose(Node.If conditional, GoValue dot) {
        for (Branch branch : conditional.branches()) {
            if (evaluation.value(branch.condition(), dot).isTrue()) {
                write(branch.body(), dot);
                return;
            }
        }
        write(conditional.otherwise(), dot);
    }

    private void choose(Node.With conditional, GoValue dot) {
        for (Branch branch : conditional.branches()) {
            GoValue value = evaluation.value(branch.condition(), dot);
            if (value.isTrue()) {
                write(branch.body(), value);
                return;
            }
        }
        write(conditional.otherwise(), dot);
    }
}
