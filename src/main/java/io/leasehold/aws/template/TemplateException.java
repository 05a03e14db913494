package io.leasehold.aws.template;

import java.util.OptionalInt;

/**
 * A template that cannot be parsed, or could not be rendered; the message is safe to show and names the place as
 * {@code template:LINE:COLUMN:}, both counted from 1.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/username-templating">Vault: username templating</a>
 */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NOWHERE = 0;

    private final int line;
    private final int column;

    TemplateException(String message) {
        super(message, null, false, false);
        this.line = NOWHERE;
        this.column = NOWHERE;
    }

    TemplateException(String message, int line, int column) {
        super("template:" + line + ":" + column + ": " + message, null, false, false);
        this.line = line;
        this.column = column;
    }

    /** The line of the mistake, from 1; empty if the template as a whole is at fault. */
    public OptionalInt line() {
        return line == NOWHERE ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /** The column of the mistake in characters, from 1; empty if the template as a whole is at fault. */
    public OptionalInt column() {
        return column == NOWHERE ? OptionalInt.empty() : OptionalInt.of(column);
    }
}
