/**
 * IAM policies as pure values: the grammar that AWS insists on, and what a document says about one request.
 * Nothing here knows an account, a clock or the wire; the refusal of a bad document is the only shared type.
 * Documentation: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
package io.leasehold.sandbox.policy;
