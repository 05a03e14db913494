/**
 * A strict emulator of AWS STS and IAM for dev mode, labs and tests; off unless asked for. Every sandbox is an island
 * with its own account, so several can live beside each other. Nothing but {@code server} may use it, and it uses
 * nothing of the product. What it checks and where it differs from AWS: docs/sandbox.md.
 */
package io.leasehold.sandbox;
