package io.leasehold.aws.template;

import io.leasehold.aws.template.golang.Utf8;

/** The text of a template; turns offsets into lines and columns when something has to be reported. */
record Source(String text) {
    private static final int LIMIT = 4 * 1024;

    Source {
        if (text.isEmpty()) {
            throw new TemplateException("missing template");
        }
        if (Utf8.length(text) > LIMIT) {
            throw new TemplateException("the template is longer than " + LIMIT + " bytes");
        }
    }

    TemplateException failure(int offset, String message) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        int line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new TemplateException(message, line, 1 + text.codePointCount(lineStart, offset));
    }
}
