package org.muster.consignment;

import java.time.Instant;
import org.muster.paper.PaperCode;
import org.muster.paper.PaperKind;

/** A paper that was issued for a consignment. */
public record IssuedPaper(PaperCode code, PaperKind kind, Instant at) {}
