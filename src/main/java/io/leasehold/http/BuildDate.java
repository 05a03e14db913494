package io.leasehold.http;

/** The date that {@code seal-status} gives; clients show it and compare nothing. */
final class BuildDate {
    static final String TEXT = "2026-11-24T00:00:00Z";

    private BuildDate() {}
}
