package org.muster.organisation;

import org.muster.shared.OrganisationId;
import org.muster.shared.Point;
import org.muster.shared.SiteId;

/** A place an organisation works at. */
public record SiteCard(
        SiteId id, OrganisationId organisation, String name, String placeCode, Point point, Exactness exactness) {}
