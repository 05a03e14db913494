package io.leasehold.http;

import java.util.List;

/** The body of every refusal. */
record ErrorBody(List<String> errors) {}
