package io.leasehold.aws.template;

import io.leasehold.aws.template.Expression.Call;
import java.util.List;

/**
 * A value that is handed from function to function, each taking it as its last argument, and perhaps kept in a
 * variable.
 *
 * @param slot the variable that keeps the result, or {@link Scope#ABSENT}
 * @see <a href="https://pkg.go.dev/text/template#hdr-Pipelines">Go text/template: pipelines</a>
 */
record Pipeline(Expression first, List<Call> stages, int slot) {
    boolean setsVariable() {
        return slot != Scope.ABSENT;
    }
}
