/**
 * Start-up only: the command line, the database that comes with the program, and the frame of dev mode.
 *
 * <p>It stands above every other package and may use them all; nothing depends on it but an implementation of
 * {@link io.leasehold.server.DevSetup}. What is decided here reaches the rest as configuration.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/commands/server">vault server</a>
 */
package io.leasehold.server;
