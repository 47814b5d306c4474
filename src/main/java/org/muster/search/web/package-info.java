/** The search page, whose address holds the whole query, and the operators' page about the index and the outbox. */
@NullMarked
package org.muster.search.web;

import org.jspecify.annotations.NullMarked;
