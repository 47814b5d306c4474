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

    /**
     * Every listing of a duplicate is the supplier's from now on. A key of a list that both have stays with the supplier's own; the other is marked
     * by where it came from, so that neither is lost.
     */
    List<ListingChanged> follow(OrganisationId merged, Supplier supplier) {
        NativeQuery<Object[]> update = update("""
                update listing set organisation_id = :organisation, organisation_name = :name, organisation_name_en = :nameEn,
                       organisation_level = :level, organisation_verified_until = :until, organisation_provisional = :provisional,
                       external_key = case when exists (
                               select from listing o where o.organisation_id = :organisation and o.external_key = listing.external_key)
                           then external_key || ' @ ' || :merged else external_key end,
                       revision = revision + 1, version = version + 1
                where organisation_id = cast(:merged as uuid)
                returning id, revision
                """);
        update.setParameter("merged", merged.toString());
        update.setParameter("organisation", supplier.id().value());
        update.setParameter("name", supplier.name());
        update.setParameter("nameEn", supplier.nameEn(), String.class);
        update.setParameter("level", supplier.level().name());
        update.setParameter("until", supplier.verifiedUntil(), java.time.LocalDate.class);
        update.setParameter("provisional", supplier.provisional());
        return changed(update, ListingStep.SUPPLIER_CHANGED);
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
