@NullMarked
package org.muster.emergency.web;

import org.jspecify.annotations.NullMarked;
