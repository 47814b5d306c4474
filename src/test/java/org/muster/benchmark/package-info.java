/** How fast the pages are with a hundred thousand listings: {@code ./mvnw test -Pbenchmark} measures and writes {@code docs/benchmarks.md}. */
@NullMarked
package org.muster.benchmark;

import org.jspecify.annotations.NullMarked;
