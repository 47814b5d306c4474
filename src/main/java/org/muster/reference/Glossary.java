package org.muster.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.outbox.Outbox;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/**
 * The bilingual terms that every search uses. Shipped with the product, kept in PostgreSQL, edited by operators; an edit counts from
 * the next query on, on every replica.
 */
@ApplicationScoped
public class Glossary {

    private static final Logger LOG = Logger.getLogger(Glossary.class);

    private static final String EDITED = Glossary.class.getName() + ".edited";

    private final StoredTerms stored;
    private final Divisions divisions;
    private final Outbox outbox;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;
    private volatile Terms current;

    @Inject
    Glossary(
            StoredTerms stored,
            Divisions divisions,
            Outbox outbox,
            TransactionSynchronizationRegistry transaction,
            Clock clock) {
        this.stored = stored;
        this.divisions = divisions;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
        this.current = new Terms(-1, List.of(), divisions);
    }

    /** The terms as they stand now. Asks the database for one number; reads the terms again only when it has moved. */
    public Terms terms() {
        if (editedInThisTransaction()) {
            // What is not committed is nobody else's.
            return read();
        }
        Terms known = current;
        if (known.revision() == stored.revision()) {
            return known;
        }
        return renew();
    }

    private synchronized Terms renew() {
        if (current.revision() != stored.revision()) {
            current = read();
        }
        return current;
    }

    private Terms read() {
        // The number first: what is committed in between is read again next time.
        long revision = stored.revision();
        return new Terms(revision, stored.all(), divisions);
    }

    /** Who changed this term last; empty for a term as it was shipped. */
    public Optional<String> editor(Term term) {
        return stored.editor(term.id());
    }

    @Transactional
    public Outcome<Term> add(Actor actor, TermDraft draft) {
        if (!actor.is(Role.OPERATOR)) {
            return Outcome.refused(Refusal.of("reference.operators_only"));
        }
        stored.lock();
        Terms terms = read();
        List<Refusal> refusals = new TermRules(terms, divisions).check(draft, Optional.empty());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Term term = term(UUID.randomUUID(), freeKey(draft.en(), terms), 0, draft);
        stored.insert(List.of(term), Optional.of(actor.name()), clock.instant());
        edited();
        outbox.publish(new TermAdded(term.id(), term.key(), term.kind(), term.labels()));
        return Outcome.accepted(term);
    }

    /** @param version the version that the editor saw; a term changed since is refused */
    @Transactional
    public Outcome<Term> change(Actor actor, String key, int version, TermDraft draft) {
        if (!actor.is(Role.OPERATOR)) {
            return Outcome.refused(Refusal.of("reference.operators_only"));
        }
        stored.lock();
        Terms terms = read();
        Optional<Term> own = terms.byKey(key);
        if (own.isEmpty()) {
            return Outcome.refused(Refusal.of("reference.term_gone", key));
        }
        Term before = own.get();
        if (before.version() != version) {
            return Outcome.refused(changedMeanwhile(before));
        }
        List<Refusal> refusals = new TermRules(terms, divisions).check(draft, own);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Term after = term(before.id(), key, version + 1, draft);
        if (!stored.update(after, version, actor.name(), clock.instant())) {
            return Outcome.refused(changedMeanwhile(before));
        }
        edited();
        outbox.publish(new TermChanged(
                after.id(),
                key,
                after.kind(),
                after.labels().stream()
                        .filter(label -> !before.labels().contains(label))
                        .toList(),
                before.labels().stream()
                        .filter(label -> !after.labels().contains(label))
                        .toList()));
        return Outcome.accepted(after);
    }

    @Transactional
    public Outcome<Term> remove(Actor actor, String key, int version, String reason) {
        if (!actor.is(Role.OPERATOR)) {
            return Outcome.refused(Refusal.of("reference.operators_only"));
        }
        stored.lock();
        Optional<Term> own = read().byKey(key);
        if (own.isEmpty()) {
            return Outcome.refused(Refusal.of("reference.term_gone", key));
        }
        String why = reason.strip();
        if (why.length() < TermRules.SHORTEST_REASON) {
            return Outcome.refused(Refusal.at("reason", "reference.reason_short", TermRules.SHORTEST_REASON));
        }
        Term term = own.get();
        if (!stored.delete(term, version, why, actor.name(), clock.instant())) {
            return Outcome.refused(changedMeanwhile(term));
        }
        edited();
        outbox.publish(new TermRemoved(term.id(), key, term.labels(), why));
        return Outcome.accepted(term);
    }

    private Refusal changedMeanwhile(Term term) {
        return stored.editor(term.id())
                .map(editor -> Refusal.of("reference.term_changed_by", editor))
                .orElseGet(() -> Refusal.of("reference.term_changed_meanwhile"));
    }

    /**
     * Adds the shipped terms whose key is not known yet. What operators changed stays as they left it, and what they removed stays away.
     * A shipped label that already means something else gives way; a term whose name does is left out.
     */
    @Transactional
    int seed(List<ReferenceTable.Row> shipped) {
        stored.lock();
        Terms terms = read();
        Set<String> removed = stored.removedKeys();
        Map<String, String> taken = new HashMap<>();
        terms.all()
                .forEach(term ->
                        term.labels().forEach(label -> taken.putIfAbsent(Labels.normalised(label), term.key())));
        Set<String> known = new HashSet<>(removed);
        terms.all().forEach(term -> known.add(term.key()));
        List<Term> fresh = new ArrayList<>();
        for (ReferenceTable.Row row : shipped) {
            String key = row.text("key");
            if (known.add(key)) {
                Term term = shipped(row, taken);
                if (term != null) {
                    term.labels().forEach(label -> taken.putIfAbsent(Labels.normalised(label), key));
                    fresh.add(term);
                }
            }
        }
        if (fresh.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        stored.insert(fresh, Optional.empty(), now);
        edited();
        LOG.infof("The glossary has %d new terms", fresh.size());
        return fresh.size();
    }

    private static @Nullable Term shipped(ReferenceTable.Row row, Map<String, String> taken) {
        String key = row.text("key");
        for (String name : List.of(row.text("zh"), row.text("en"))) {
            String other = taken.get(Labels.normalised(name));
            if (other != null) {
                LOG.warnf("Term %s is left out: %s already names %s", key, name, other);
                return null;
            }
        }
        return new Term(
                UUID.randomUUID(),
                key,
                TermKind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                row.text("zh"),
                row.text("en"),
                free(row.list("zh_synonyms"), key, taken),
                free(row.list("en_synonyms"), key, taken),
                free(row.list("abbreviations"), key, taken),
                row.optional("division"),
                row.optional("broader"),
                row.optional("default_unit"),
                0);
    }

    private static List<String> free(List<String> labels, String key, Map<String, String> taken) {
        return labels.stream()
                .filter(label -> {
                    String other = taken.get(Labels.normalised(label));
                    if (other != null) {
                        LOG.warnf("Term %s goes without the label %s, which already means %s", key, label, other);
                    }
                    return other == null;
                })
                .toList();
    }

    private void edited() {
        stored.countChange();
        transaction.putResource(EDITED, true);
    }

    private boolean editedInThisTransaction() {
        return transaction.getTransactionKey() != null && transaction.getResource(EDITED) != null;
    }

    private static Term term(UUID id, String key, int version, TermDraft draft) {
        return new Term(
                id,
                key,
                draft.kind().orElseThrow(),
                draft.zh(),
                draft.en(),
                draft.zhSynonyms(),
                draft.enSynonyms(),
                draft.abbreviations(),
                draft.division(),
                draft.broader(),
                draft.defaultUnit(),
                version);
    }

    /** A key from the English name: readable in addresses, and never used twice. */
    private static String freeKey(String en, Terms terms) {
        String base = Labels.normalised(en).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String stem = base.isEmpty() ? "term" : base;
        String key = stem;
        for (int i = 2; terms.byKey(key).isPresent(); i++) {
            key = stem + "-" + i;
        }
        return key;
    }
}
