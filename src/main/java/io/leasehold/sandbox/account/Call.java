package io.leasehold.sandbox.account;

import io.leasehold.sandbox.wire.QueryForm;
import java.time.Instant;

/**
 * One authenticated call: its parameters, who makes it, when, from where, and from when on others see what it writes,
 * which is later than now when the account is made eventually consistent.
 */
public record Call(QueryForm form, Caller caller, Instant now, Instant settled, String remoteAddress) {}
