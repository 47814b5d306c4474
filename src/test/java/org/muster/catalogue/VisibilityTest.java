package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.catalogue.Visibility.Sight;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

class VisibilityTest {

    private static final OrganisationId SUPPLIER = OrganisationId.create();

    private static final Map<String, Actor> VIEWERS = Map.of(
            "visitor", Actor.visitor(),
            "newcomer", actor(Set.of(), Optional.empty(), false),
            "member", actor(Set.of(Role.MEMBER), Optional.of(OrganisationId.create()), false),
            "verified", actor(Set.of(Role.MEMBER), Optional.of(OrganisationId.create()), true),
            "liaison", actor(Set.of(Role.LIAISON), Optional.empty(), false),
            "coordinator", actor(Set.of(Role.COORDINATOR), Optional.empty(), false),
            "operator", actor(Set.of(Role.OPERATOR), Optional.empty(), false),
            "supplier", actor(Set.of(Role.MEMBER), Optional.of(SUPPLIER), false));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "visitor,     FULL, HIDDEN, MASKED, HIDDEN, HIDDEN, HIDDEN, HIDDEN",
        "newcomer,    FULL, HIDDEN, MASKED, HIDDEN, HIDDEN, HIDDEN, HIDDEN",
        "member,      FULL, HIDDEN, MASKED, HIDDEN, HIDDEN, HIDDEN, HIDDEN",
        "verified,    FULL, FULL,   MASKED, HIDDEN, HIDDEN, HIDDEN, HIDDEN",
        "liaison,     FULL, HIDDEN, MASKED, HIDDEN, HIDDEN, HIDDEN, HIDDEN",
        "coordinator, FULL, FULL,   FULL,   FULL,   HIDDEN, HIDDEN, HIDDEN",
        "operator,    FULL, FULL,   FULL,   FULL,   FULL,   FULL,   FULL",
        "supplier,    FULL, FULL,   FULL,   FULL,   FULL,   FULL,   FULL"
    })
    void who_sees_what(
            String viewer,
            Sight open,
            Sight verifiedBuyers,
            Sight anonymous,
            Sight coordinatorsOnly,
            Sight draft,
            Sight paused,
            Sight withdrawn) {
        assertThat(sight(viewer, ListingState.PUBLISHED, Confidentiality.PUBLIC))
                .isEqualTo(open);
        assertThat(sight(viewer, ListingState.PUBLISHED, Confidentiality.VERIFIED_BUYERS))
                .isEqualTo(verifiedBuyers);
        assertThat(sight(viewer, ListingState.PUBLISHED, Confidentiality.ANONYMOUS))
                .isEqualTo(anonymous);
        assertThat(sight(viewer, ListingState.PUBLISHED, Confidentiality.COORDINATORS_ONLY))
                .isEqualTo(coordinatorsOnly);
        assertThat(sight(viewer, ListingState.DRAFT, Confidentiality.PUBLIC)).isEqualTo(draft);
        assertThat(sight(viewer, ListingState.PAUSED, Confidentiality.PUBLIC)).isEqualTo(paused);
        assertThat(sight(viewer, ListingState.WITHDRAWN, Confidentiality.PUBLIC))
                .isEqualTo(withdrawn);
    }

    @Test
    void contacts_are_for_members_and_officials_and_never_of_a_masked_listing() {
        assertThat(Visibility.contacts(Actor.visitor(), Sight.FULL)).isFalse();
        assertThat(Visibility.contacts(viewer("newcomer"), Sight.FULL)).isFalse();
        assertThat(Visibility.contacts(viewer("member"), Sight.FULL)).isTrue();
        assertThat(Visibility.contacts(viewer("member"), Sight.MASKED)).isFalse();
        assertThat(Visibility.contacts(viewer("coordinator"), Sight.FULL)).isTrue();
    }

    @Test
    void whom_a_supplier_blocks_sees_nothing_of_it_and_officials_still_see_all() {
        Set<OrganisationId> hiding = Set.of(SUPPLIER);
        for (Confidentiality confidentiality : Confidentiality.values()) {
            assertThat(Visibility.of(viewer("verified"), hiding, SUPPLIER, ListingState.PUBLISHED, confidentiality))
                    .isEqualTo(Sight.HIDDEN);
        }
        assertThat(Visibility.of(viewer("operator"), hiding, SUPPLIER, ListingState.PUBLISHED, Confidentiality.PUBLIC))
                .isEqualTo(Sight.FULL);
        assertThat(Visibility.of(
                        viewer("verified"),
                        hiding,
                        OrganisationId.create(),
                        ListingState.PUBLISHED,
                        Confidentiality.PUBLIC))
                .isEqualTo(Sight.FULL);
    }

    private static Sight sight(String viewer, ListingState state, Confidentiality confidentiality) {
        return Visibility.of(viewer(viewer), Set.of(), SUPPLIER, state, confidentiality);
    }

    private static Actor viewer(String name) {
        return java.util.Objects.requireNonNull(VIEWERS.get(name));
    }

    private static Actor actor(Set<Role> roles, Optional<OrganisationId> organisation, boolean verified) {
        return new Actor(Optional.of(PersonId.create()), "某人", roles, organisation, verified);
    }
}
