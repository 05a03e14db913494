package io.leasehold.logical;

import java.util.List;

/** The bulleted text in which Vault wraps one or more errors; clients compare it to the letter. */
public final class ErrorList {
    private ErrorList() {}

    /** {@code N error(s) occurred:}, then a line with tab and star per error, then an empty line. */
    public static String of(List<String> errors) {
        StringBuilder text = new StringBuilder(errors.size() == 1 ? "1 error" : errors.size() + " errors");
        text.append(" occurred:\n");
        errors.forEach(error -> text.append("\t* ").append(error).append('\n'));
        return text.append('\n').toString();
    }

    /** The same for a single error. */
    public static String of(String error) {
        return of(List.of(error));
    }
}
