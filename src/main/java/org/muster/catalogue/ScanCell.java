package org.muster.catalogue;

import org.muster.shared.Point;

/** A cell of the map as the scan counts it: the middle of what lies in it, and how much that is. */
public record ScanCell(Point middle, long listings) {}
