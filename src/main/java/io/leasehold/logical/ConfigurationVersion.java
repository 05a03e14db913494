package io.leasehold.logical;

/**
 * The number that the database raises with every change of a mount, a role or any other configuration. A node that
 * knows the number of the moment knows whether what it keeps in memory is still true.
 *
 * @param number rises by at least one with every change
 */
public record ConfigurationVersion(long number) {}
