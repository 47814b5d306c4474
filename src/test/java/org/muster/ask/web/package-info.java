@NullMarked
package org.muster.ask.web;

import org.jspecify.annotations.NullMarked;
