/** The search port over Elasticsearch: the one place that knows its requests and answers. */
@NullMarked
package org.muster.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
