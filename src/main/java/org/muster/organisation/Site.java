package org.muster.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.muster.reference.Level;
import org.muster.reference.Place;
import org.muster.shared.Datum;
import org.muster.shared.OrganisationId;
import org.muster.shared.Point;
import org.muster.shared.SiteId;

/** A place an organisation works at, with the best point known of it. */
@Entity
@Table(name = "site")
class Site {

    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    private String name;

    @Column(name = "place_code")
    private String placeCode;

    private String address;
    private double latitude;
    private double longitude;

    @Enumerated(EnumType.STRING)
    private Datum datum;

    @Enumerated(EnumType.STRING)
    private Exactness exactness;

    private int position;

    @SuppressWarnings("NullAway.Init")
    protected Site() {}

    /** A site known by its town or city only: it stands in the middle of it. */
    static Site at(Place place, String name, OrganisationId organisation) {
        var site = new Site();
        site.id = SiteId.create().value();
        site.organisationId = organisation.value();
        site.address = "";
        site.datum = Datum.WGS84;
        site.position = 0;
        site.moveTo(place, name);
        return site;
    }

    void moveTo(Place place, String as) {
        name = as;
        placeCode = place.code();
        latitude = place.point().latitude();
        longitude = place.point().longitude();
        exactness = place.level() == Level.COUNTY ? Exactness.TOWN : Exactness.CENTROID;
    }

    SiteCard card() {
        return new SiteCard(
                new SiteId(id),
                new OrganisationId(organisationId),
                name,
                placeCode,
                new Point(latitude, longitude),
                exactness);
    }

    OrganisationId organisation() {
        return new OrganisationId(organisationId);
    }

    String name() {
        return name;
    }

    String placeCode() {
        return placeCode;
    }
}
