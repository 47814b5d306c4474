/**
 * Files that people hand in: PDF, PNG and JPEG up to 10 MB, known by what is in them and not by their name, kept in PostgreSQL beside the
 * rows that refer to them. Who may read one is for the feature that refers to it.
 */
@NullMarked
package org.muster.attachment;

import org.jspecify.annotations.NullMarked;
