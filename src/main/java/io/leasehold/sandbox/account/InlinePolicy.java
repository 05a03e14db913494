package io.leasehold.sandbox.account;

import io.leasehold.sandbox.policy.PolicyDocument;
import java.time.Instant;

/** A policy embedded in a user, group or role; it counts in decisions from {@code settled} on. */
public record InlinePolicy(String name, String text, PolicyDocument document, Instant settled) {

    /** The characters of a document that count against a quota: white space is free. */
    public static int size(String text) {
        return (int) text.chars().filter(c -> !Character.isWhitespace(c)).count();
    }
}
