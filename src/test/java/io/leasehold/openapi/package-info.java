/**
 * Checks of the hand-written contract in {@code openapi/} against itself: rules, examples, schemas. May use the parser
 * and the validator, nothing of the product. The rules are in {@code openapi/README.md}.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.0.3">OpenAPI 3.0.3</a>
 */
package io.leasehold.openapi;
