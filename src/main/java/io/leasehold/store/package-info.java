/**
 * One round trip for many: questions that arrive while the database is busy with others travel together.
 *
 * <p>Uses Vert.x to come back to where a question was asked; nothing of ours. For repositories only.
 */
package io.leasehold.store;
