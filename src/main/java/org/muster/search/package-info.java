/**
 * Finds listings by words in Chinese or English and by hard facts, says why each was found, and never tells a viewer more than their due.
 * Elasticsearch answers; PostgreSQL stays the truth, feeds the index through the outbox, rebuilds it when it is lost and answers in its place when it is away.
 */
@NullMarked
package org.muster.search;

import org.jspecify.annotations.NullMarked;
