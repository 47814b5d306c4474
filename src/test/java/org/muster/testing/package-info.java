/** The vocabulary of the tests: a browser, people who sign in, pages and whether they are well made. */
@NullMarked
package org.muster.testing;

import org.jspecify.annotations.NullMarked;
