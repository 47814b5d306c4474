package org.muster.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.identity.Actor;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationRegistry;
import org.muster.outbox.Outbox;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** Organisations to whom a supplier shows nothing of what it lists: no hit, no count, no page, no hold. In force with the next look. */
@ApplicationScoped
@Transactional
public class Blocking {

    private static final int LONGEST_REASON = 200;
    /** A supplier that blocks more has public listings by mistake. */
    private static final int MOST = 500;

    private final Blocks blocks;
    private final OrganisationRegistry registry;
    private final Outbox outbox;

    Blocking(Blocks blocks, OrganisationRegistry registry, Outbox outbox) {
        this.blocks = blocks;
        this.registry = registry;
        this.outbox = outbox;
    }

    /** A blocked organisation, as its supplier's own people see it. */
    public record Blocked(OrganisationCard organisation, String reason, String by, Instant since) {}

    /** Whom the organisation acted for blocks, the latest first. */
    public List<Blocked> of(Actor actor) {
        List<Blocks.Block> all = actor.organisation().map(blocks::of).orElseGet(List::of);
        Map<OrganisationId, OrganisationCard> cards =
                registry.cards(all.stream().map(Blocks.Block::blocked).toList());
        return all.stream()
                .flatMap(block -> Optional.ofNullable(cards.get(block.blocked())).stream()
                        .map(card -> new Blocked(card, block.reason(), block.by(), block.at())))
                .toList();
    }

    public Outcome<OrganisationId> block(Actor actor, OrganisationId other, String reason, Instant now) {
        Optional<OrganisationId> own = actor.organisation();
        if (own.isEmpty() || registry.card(other).isEmpty()) {
            return Outcome.refused(Refusal.at("name", "catalogue.block_unknown"));
        }
        List<Refusal> wrong = new ArrayList<>();
        if (own.get().equals(other)) {
            wrong.add(Refusal.at("name", "catalogue.block_self"));
        }
        if (reason.strip().length() > LONGEST_REASON) {
            wrong.add(Refusal.at(
                    "reason", "catalogue.block_reason_long", reason.strip().length(), LONGEST_REASON));
        }
        if (blocks.of(own.get()).size() >= MOST) {
            wrong.add(Refusal.at("name", "catalogue.block_too_many", MOST));
        }
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        if (blocks.add(own.get(), other, reason.strip(), actor.name(), now)) {
            outbox.publish(new OrganisationBlocked(own.get(), other));
        }
        return Outcome.accepted(other);
    }

    public Outcome<OrganisationId> unblock(Actor actor, OrganisationId other) {
        Optional<OrganisationId> own = actor.organisation();
        if (own.isEmpty() || !blocks.remove(own.get(), other)) {
            return Outcome.refused(Refusal.of(Catalogue.NOT_FOUND));
        }
        outbox.publish(new OrganisationUnblocked(own.get(), other));
        return Outcome.accepted(other);
    }

    /** The suppliers of whose listings this viewer sees nothing at all, for whoever counts or draws listings without loading them. */
    public Set<OrganisationId> hiding(Actor viewer) {
        return blocks.hiding(viewer);
    }
}
