package io.leasehold.http;

import io.leasehold.logical.Operation;

/** The verbs of the wire. */
enum HttpVerb {
    GET(Operation.READ, false),
    LIST(Operation.LIST, false),
    HELP(Operation.HELP, false),
    POST(Operation.UPDATE, true),
    PUT(Operation.UPDATE, true),
    PATCH(Operation.PATCH, true),
    DELETE(Operation.DELETE, false);

    private final Operation operation;
    private final boolean takesBody;

    HttpVerb(Operation operation, boolean takesBody) {
        this.operation = operation;
        this.takesBody = takesBody;
    }

    Operation operation() {
        return operation;
    }

    /** Whether data comes from the body; else it comes from the query. */
    boolean takesBody() {
        return takesBody;
    }
}
