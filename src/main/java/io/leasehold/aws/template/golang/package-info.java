/**
 * Go's values, and how Go prints them: the part of {@code fmt}, {@code strconv} and {@code time} that a user name
 * template can reach. Pure functions on strings and numbers; uses nothing but the JDK and knows no template syntax.
 * Every text is bounded, so a format can never be used to fill the memory.
 *
 * @see <a href="https://pkg.go.dev/fmt">Go: package fmt</a>
 */
package io.leasehold.aws.template.golang;
