@NullMarked
package org.muster.demo;

import org.jspecify.annotations.NullMarked;
