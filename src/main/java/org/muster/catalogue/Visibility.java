package org.muster.catalogue;

import java.util.Set;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.shared.OrganisationId;

/**
 * Who sees a listing, and how much of it. The one place of this rule, once for Java and once, beside it, for SQL:
 *
 * <ul>
 *   <li>a draft, paused or withdrawn listing: its supplier and operators;
 *   <li>public: everybody; verified buyers: whoever acts for an organisation with checked documents, and officials;
 *   <li>anonymous: everybody, masked down to class and city; whole for its supplier and officials;
 *   <li>coordinators only: officials and its supplier.
 * </ul>
 *
 * Whom a supplier blocks sees nothing of its listings, see {@link Blocks#hiding}.
 *
 * Officials are coordinators and operators. People who are not signed in learn whole weeks, never exact times, and nobody's contacts.
 */
final class Visibility {

    /** How much of a listing a viewer gets to see. */
    enum Sight {
        HIDDEN,
        MASKED,
        FULL
    }

    /** The rule for published listings as a condition on {@code listing l}, see {@link #bind}. */
    static final String VISIBLE_TO_VIEWER = """
            l.state = 'PUBLISHED' and (
                l.confidentiality in ('PUBLIC', 'ANONYMOUS')
                or (l.confidentiality = 'VERIFIED_BUYERS' and :viewerVerified)
                or :viewerOfficial
                or l.organisation_id = cast(:viewerOrganisation as uuid))
            and not (l.organisation_id = any (:hiding))
            """;

    private Visibility() {}

    /** @param hiding the suppliers that block this viewer */
    static Sight of(
            Actor viewer,
            Set<OrganisationId> hiding,
            OrganisationId supplier,
            ListingState state,
            Confidentiality confidentiality) {
        if (viewer.actsFor(supplier) || viewer.is(Role.OPERATOR)) {
            return Sight.FULL;
        }
        if (state != ListingState.PUBLISHED || hiding.contains(supplier)) {
            return Sight.HIDDEN;
        }
        return switch (confidentiality) {
            case PUBLIC -> Sight.FULL;
            case VERIFIED_BUYERS -> verified(viewer) || official(viewer) ? Sight.FULL : Sight.HIDDEN;
            case ANONYMOUS -> official(viewer) ? Sight.FULL : Sight.MASKED;
            case COORDINATORS_ONLY -> official(viewer) ? Sight.FULL : Sight.HIDDEN;
        };
    }

    static boolean exactTimes(Actor viewer) {
        return viewer.isSignedIn() || official(viewer);
    }

    static boolean contacts(Actor viewer, Sight sight) {
        return sight == Sight.FULL
                && viewer.isSignedIn()
                && (viewer.organisation().isPresent() || official(viewer));
    }

    static void bind(Actor viewer, Set<OrganisationId> hiding, java.util.Map<String, Object> parameters) {
        parameters.put("hiding", hiding.stream().map(OrganisationId::value).toArray(java.util.UUID[]::new));
        parameters.put("viewerVerified", verified(viewer));
        parameters.put("viewerOfficial", official(viewer));
        parameters.put(
                "viewerOrganisation",
                viewer.organisation().map(id -> id.value().toString()).orElse(NOBODY));
    }

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private static boolean verified(Actor viewer) {
        return viewer.organisation().isPresent() && viewer.organisationVerified();
    }

    private static boolean official(Actor viewer) {
        return Set.of(Role.COORDINATOR, Role.OPERATOR).stream().anyMatch(viewer::is);
    }
}
