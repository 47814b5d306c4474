package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muster.identity.Membership;
import org.muster.identity.Memberships;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** Tells identity for whom a person may act; asked from our own tables, since a token learns of a new membership only at its next refresh. */
@ApplicationScoped
class PersonMemberships implements Memberships {

    private final Members members;
    private final Organisations organisations;
    private final Clock clock;

    PersonMemberships(Members members, Organisations organisations, Clock clock) {
        this.members = members;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Membership> of(PersonId person) {
        LocalDate today = BusinessDay.of(clock.instant());
        List<Member> found = members.of(person).stream()
                .filter(member -> member.countsOn(today))
                .toList();
        Map<OrganisationId, Organisation> known =
                organisations.byIds(found.stream().map(Member::organisation).toList()).stream()
                        .collect(Collectors.toMap(Organisation::id, Function.identity()));
        return found.stream()
                .map(member -> {
                    Organisation organisation = Objects.requireNonNull(known.get(member.organisation()));
                    return new Membership(
                            member.organisation(),
                            organisation.name(),
                            member.isOwner(),
                            organisation.levelOn(today).isAtLeast(VerificationLevel.DOCUMENTS_CHECKED),
                            member.isLiaison());
                })
                .toList();
    }
}
