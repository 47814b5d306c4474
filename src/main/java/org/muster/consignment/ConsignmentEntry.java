package org.muster.consignment;

import java.time.Instant;

/**
 * A step of a consignment, with who took it.
 *
 * @param typedBy who at the desk typed it in from a call; empty where nobody did
 */
public record ConsignmentEntry(Instant at, ConsignmentDeed deed, String who, String typedBy, String note) {}
