/**
 * The IAM actions of the sandbox, one class per family; each action is one row of
 * {@link io.leasehold.sandbox.iam.IamActions}. Uses the account, policy and wire packages of the sandbox.
 * Documentation: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html
 */
package io.leasehold.sandbox.iam;
