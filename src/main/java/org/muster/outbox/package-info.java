/**
 * Events are written in the transaction that made them true and told to every channel that listens after it: at least once,
 * in order for each thing they happened to, by any number of replicas.
 */
@NullMarked
package org.muster.outbox;

import org.jspecify.annotations.NullMarked;
