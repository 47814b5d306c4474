package org.muster.importexport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.OnBehalfResult;
import org.muster.identity.Actor;
import org.muster.importexport.ImportRows.Row;
import org.muster.importexport.ImportRows.Verdict;
import org.muster.organisation.OnBehalf;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.ProvisionalOrganisation;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/**
 * Enters rows through the facades that a person would use. The rehearsal does the very same in a transaction of its own that is rolled back, so
 * that what the dry run foretells is what the run would do.
 */
@ApplicationScoped
class Clerk {

    /** The list the rows come from. */
    record Origin(Actor responsible, String source, LocalDate date) {}

    private final OrganisationRegistry registry;
    private final Catalogue catalogue;
    private final TransactionManager transactions;

    Clerk(OrganisationRegistry registry, Catalogue catalogue, TransactionManager transactions) {
        this.registry = registry;
        this.catalogue = catalogue;
        this.transactions = transactions;
    }

    /** What would become of these rows; nothing of it stays. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Verdict> rehearse(Origin origin, List<Row> rows, Instant now) {
        List<Verdict> foretold =
                rows.stream().map(row -> foretold(row, enter(origin, row, now))).toList();
        try {
            transactions.setRollbackOnly();
        } catch (SystemException e) {
            throw new IllegalStateException("A rehearsal that cannot be rolled back is none", e);
        }
        return foretold;
    }

    /** Enters these rows, within the transaction that also writes down that they were entered. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Verdict> enter(Origin origin, List<Row> rows, Instant now) {
        return rows.stream().map(row -> enter(origin, row, now)).toList();
    }

    private Verdict enter(Origin origin, Row row, Instant now) {
        Entry entry = row.entry();
        if (entry == null) {
            throw new IllegalStateException("Row " + row.number() + " has nothing to enter");
        }
        ListingDraft draft = ListingDraft.line(entry.title())
                .description(entry.description())
                .products(List.of(entry.product()))
                .quantity(entry.quantity().orElse(null))
                .build();
        // Before the organisation is entered: a row that is refused leaves nothing behind.
        List<Refusal> wrong = catalogue.checkForPublication(draft, now);
        if (!wrong.isEmpty()) {
            return refused(row, saidByTheCatalogue(wrong));
        }
        OnBehalf organisation = registry.enterOnBehalf(
                origin.responsible(),
                new ProvisionalOrganisation(
                        entry.name(),
                        null,
                        entry.placeCode(),
                        oneThing(entry.product()),
                        origin.source(),
                        origin.date()),
                now);
        if (organisation.result() == OnBehalf.Result.CLAIMED) {
            return refused(row, List.of(Finding.refusal(Column.NAME, "organisation_claimed")));
        }
        Outcome<OnBehalfResult> listed = catalogue.listOnBehalf(
                origin.responsible(), organisation.id(), entry.key(), draft, origin.source(), now);
        return listed.fold(
                listing -> new Verdict(
                        row.number(),
                        outcome(organisation, listing),
                        entry,
                        row.findings(),
                        true,
                        organisation.id(),
                        organisation.result() == OnBehalf.Result.CREATED,
                        listing.listing()),
                reasons -> refused(row, saidByTheCatalogue(reasons)));
    }

    /** What an organisation makes is a list with separators, and a row speaks of one thing in it. */
    private static String oneThing(String product) {
        return product.replaceAll("[、,，;；]+", " ").strip();
    }

    private static Verdict refused(Row row, List<Finding> reasons) {
        List<Finding> findings = new ArrayList<>(row.findings());
        findings.addAll(reasons);
        return Verdict.read(row.number(), RowOutcome.REFUSED, row.entry(), findings);
    }

    private static List<Finding> saidByTheCatalogue(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> new Finding(
                        Finding.Weight.REFUSAL,
                        null,
                        new Finding.Sentence(
                                refusal.key(),
                                refusal.args().stream().map(Object::toString).toList()),
                        null))
                .toList();
    }

    /** A row is as new as its listing; a known listing of an organisation that learned something was updated. */
    private static RowOutcome outcome(OnBehalf organisation, OnBehalfResult listing) {
        return switch (listing.change()) {
            case CREATED -> RowOutcome.CREATED;
            case UPDATED -> RowOutcome.UPDATED;
            case UNCHANGED ->
                organisation.result() == OnBehalf.Result.UNCHANGED ? RowOutcome.UNCHANGED : RowOutcome.UPDATED;
        };
    }

    /** The batches before this one were rolled back too: a row that replaces an earlier one of its file will find it. */
    private static Verdict foretold(Row row, Verdict verdict) {
        boolean replaces = row.findings().stream().anyMatch(Repeats::replacesAnotherRow);
        RowOutcome outcome =
                replaces && verdict.outcome() == RowOutcome.CREATED ? RowOutcome.UPDATED : verdict.outcome();
        return Verdict.read(row.number(), outcome, verdict.entry(), verdict.findings());
    }
}
