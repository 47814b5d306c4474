/** The import page: upload, columns, dry run, result. */
@NullMarked
package org.muster.importexport.web;

import org.jspecify.annotations.NullMarked;
