/**
 * Workbooks in and out: XLSX as the stream of XML it is, the binary ones through POI. Values only: formulas count as what they last came to, and
 * nothing in a file is ever run. The only place that knows POI.
 */
@NullMarked
package org.muster.importexport.workbook;

import org.jspecify.annotations.NullMarked;
