/** Workbooks as other programs write them, as people build them, and as an attacker would. */
@NullMarked
package org.muster.importexport.workbook;

import org.jspecify.annotations.NullMarked;
