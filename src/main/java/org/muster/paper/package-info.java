/** Papers that go with a consignment: printed from one record, in Chinese and English, each with a code by which anybody may ask whether it is genuine. */
@NullMarked
package org.muster.paper;

import org.jspecify.annotations.NullMarked;
