/**
 * User name templates: an interpreter of the part of Go's text/template that Vault's {@code username_template} uses,
 * with Vault's own functions. Pure functions without waiting; uses the JDK alone. Unknown functions and variables are
 * found when a template is parsed, and every template ends: no loops, bounded source, nesting and output.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/username-templating">Vault: username templating</a>
 * @see <a href="https://pkg.go.dev/text/template">Go: package text/template</a>
 */
package io.leasehold.aws.template;
