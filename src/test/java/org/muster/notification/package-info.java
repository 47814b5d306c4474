@NullMarked
package org.muster.notification;

import org.jspecify.annotations.NullMarked;
