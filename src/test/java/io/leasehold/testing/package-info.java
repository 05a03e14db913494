/**
 * What tests of all packages share: the database, builders and drivers.
 *
 * <p>Test code only; it may use every package, and production code never uses it.
 */
package io.leasehold.testing;
