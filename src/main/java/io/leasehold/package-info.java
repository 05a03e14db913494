/** Leasehold: temporary AWS credentials under lease, spoken through Vault's HTTP API. */
package io.leasehold;
