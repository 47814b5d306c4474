package org.muster.catalogue.web;

import java.util.List;
import org.muster.shared.Refusal;

/** Where a chat text is pasted. */
public record PastePage(String text, List<Refusal> refusals) {}
