/**
 * One AWS account in memory: its users, groups, roles, policies and keys, who a caller is, and what it may do.
 * All state of a sandbox hangs on one {@link io.leasehold.sandbox.account.Account}; readers need no lock, writers hold
 * its monitor. Uses the policy and wire packages of the sandbox.
 * Documentation: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
package io.leasehold.sandbox.account;
