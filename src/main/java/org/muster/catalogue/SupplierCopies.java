package org.muster.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;

/** Refreshes, set-based, what listings keep of their suppliers. */
@ApplicationScoped
class SupplierCopies {

    private final EntityManager entityManager;

    SupplierCopies(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Every listing of the supplier that says something else of it says the new from now on, one revision up; tells which those are. */
    List<ListingChanged> refresh(Supplier supplier, List<Spot> spots) {
        List<ListingChanged> changed = new ArrayList<>();
        changed.addAll(refreshNames(supplier));
        spots.forEach(spot -> changed.addAll(refreshSpot(spot)));
        return changed;
    }

    /** What the supplier of these can prove is kept in the index only: every published listing goes one revision up; tells which those are. */
    List<ListingChanged> certificatesChanged(OrganisationId organisation) {
        NativeQuery<Object[]> update = update("""
                update listing set revision = revision + 1, version = version + 1
                where organisation_id = :organisation and state = 'PUBLISHED'
                returning id, revision
                """);
        update.setParameter("organisation", organisation.value());
        return changed(update, ListingStep.CERTIFICATES_CHANGED);
    }

    private List<ListingChanged> refreshNames(Supplier supplier) {
        NativeQuery<Object[]> update = update("""
                update listing set organisation_name = :name, organisation_name_en = :nameEn, organisation_level = :level,
                       organisation_verified_until = :until, organisation_provisional = :provisional,
                       revision = revision + 1, version = version + 1
                where organisation_id = :organisation
                  and (organisation_name, organisation_name_en, organisation_level, organisation_verified_until, organisation_provisional)
                      is distinct from (:name, :nameEn, :level, :until, :provisional)
                returning id, revision
                """);
        update.setParameter("organisation", supplier.id().value());
        update.setParameter("name", supplier.name());
        update.setParameter("nameEn", supplier.nameEn(), String.class);
        update.setParameter("level", supplier.level().name());
        update.setParameter("until", supplier.verifiedUntil(), java.time.LocalDate.class);
        update.setParameter("provisional", supplier.provisional());
        return changed(update, ListingStep.SUPPLIER_CHANGED);
    }

    private List<ListingChanged> refreshSpot(Spot spot) {
        NativeQuery<Object[]> update = update("""
                update listing set place_code = :place, province_code = :province, city_code = :city, county_code = :county,
                       latitude = :latitude, longitude = :longitude, city_latitude = :cityLatitude, city_longitude = :cityLongitude,
                       revision = revision + 1, version = version + 1
                where site_id = :site
                  and (place_code, latitude, longitude) is distinct from (:place, :latitude, :longitude)
                returning id, revision
                """);
        update.setParameter("site", spot.site().value());
        update.setParameter("place", spot.placeCode());
        update.setParameter("province", spot.provinceCode());
        update.setParameter("city", spot.cityCode());
        update.setParameter("county", spot.countyCode(), String.class);
        update.setParameter("latitude", spot.point().latitude());
        update.setParameter("longitude", spot.point().longitude());
        update.setParameter("cityLatitude", spot.cityPoint().latitude());
        update.setParameter("cityLongitude", spot.cityPoint().longitude());
        return changed(update, ListingStep.SUPPLIER_CHANGED);
    }

    private NativeQuery<Object[]> update(String sql) {
        NativeQuery<Object[]> update =
                entityManager.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
        return update.addScalar("id", UUID.class).addScalar("revision", Long.class);
    }

    private static List<ListingChanged> changed(NativeQuery<Object[]> update, ListingStep step) {
        return update.getResultList().stream()
                .map(row -> new ListingChanged(new ListingId((UUID) row[0]), (Long) row[1], step))
                .toList();
    }
}
