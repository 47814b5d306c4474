/** Comma-separated files in and out, whatever their encoding and separator; the only place that knows the CSV library. */
@NullMarked
package org.muster.importexport.csv;

import org.jspecify.annotations.NullMarked;
