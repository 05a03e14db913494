/**
 * The STS actions of the sandbox: who may have a temporary session, for how long, and what narrows it.
 * Uses the account, policy and wire packages of the sandbox.
 * Documentation: https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html
 */
package io.leasehold.sandbox.sts;
