package org.muster.importexport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Keeping;
import org.muster.catalogue.KeptChange;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.OnBehalfListing;
import org.muster.catalogue.OnBehalfResult;
import org.muster.identity.Actor;
import org.muster.importexport.ImportRows.Decision;
import org.muster.importexport.ImportRows.Row;
import org.muster.importexport.ImportRows.Verdict;
import org.muster.organisation.OnBehalf;
import org.muster.organisation.OnBehalfRehearsal;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.ProvisionalOrganisation;
import org.muster.reference.Glossary;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shared.SiteId;

/**
 * Enters rows through the facades that a person would use, a batch in as many statements as a row. What it foretells is weighed by the same
 * rules of those facades, without the writing.
 */
@ApplicationScoped
class Clerk {

    /** The list the rows come from. */
    record Origin(ImportId job, Actor responsible, String source, Optional<LocalDate> date) {}

    private static final Map<String, Column> COLUMNS = columns();
    private static final Pattern SEPARATORS = Pattern.compile("[、,，;；]+");

    private final OrganisationRegistry registry;
    private final Catalogue catalogue;
    private final Glossary glossary;

    Clerk(OrganisationRegistry registry, Catalogue catalogue, Glossary glossary) {
        this.registry = registry;
        this.catalogue = catalogue;
        this.glossary = glossary;
    }

    /** Begins to foretell what would become of the rows of a list. */
    DryRun.Foretelling foretelling(Origin origin, Instant begun) {
        OnBehalfRehearsal rehearsal = registry.rehearseOnBehalf(origin.responsible(), begun);
        Set<OrganisationId> unheardOf = new HashSet<>();
        return (rows, now) -> foretell(origin, rehearsal, unheardOf, rows, now);
    }

    private List<Verdict> foretell(
            Origin origin, OnBehalfRehearsal rehearsal, Set<OrganisationId> unheardOf, List<Row> all, Instant now) {
        List<Row> kept = all.stream().filter(Clerk::isOfOneListing).toList();
        if (!kept.isEmpty()) {
            List<Outcome<KeptChange>> changes =
                    catalogue.foretellKeeping(origin.responsible(), keeping(origin, kept), now);
            Plausibility plausibility = new Plausibility(glossary.terms());
            return both(
                    all,
                    each(kept, changes, (row, change) -> weighed(row, change, plausibility)),
                    rows -> foretellOnBehalf(origin, rehearsal, unheardOf, rows, now));
        }
        return foretellOnBehalf(origin, rehearsal, unheardOf, all, now);
    }

    /** What says something else than before is looked at, whether it can be so. */
    private static Verdict weighed(Row row, KeptChange change, Plausibility plausibility) {
        List<Finding> doubts = change.saysOtherwise() ? plausibility.of(change.draft()) : List.of();
        boolean dropped = row.decision() == Decision.DROPPED;
        RowOutcome outcome = dropped
                ? RowOutcome.DROPPED
                : doubts.isEmpty() || row.isTaken() ? outcome(change.change()) : RowOutcome.FLAGGED;
        List<Finding> findings = new ArrayList<>(row.findings());
        doubts.forEach(doubt -> findings.add(row.isTaken() ? doubt.taken() : doubt));
        return Verdict.read(row.number(), outcome, row.entry(), findings);
    }

    /** Each row with what became of it, or why not. */
    private static <T> List<Verdict> each(
            List<Row> rows, List<Outcome<T>> outcomes, BiFunction<Row, T, Verdict> entered) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            verdicts.add(outcomes.get(i)
                    .fold(value -> entered.apply(row, value), reasons -> refused(row, saidByTheCatalogue(reasons))));
        }
        return verdicts;
    }

    private static List<Verdict> both(List<Row> all, List<Verdict> kept, Function<List<Row>, List<Verdict>> others) {
        List<Row> rest = all.stream().filter(row -> !isOfOneListing(row)).toList();
        Map<Integer, Verdict> verdicts = new HashMap<>();
        kept.forEach(verdict -> verdicts.put(verdict.number(), verdict));
        if (!rest.isEmpty()) {
            others.apply(rest).forEach(verdict -> verdicts.put(verdict.number(), verdict));
        }
        return all.stream().map(row -> verdicts.get(row.number())).toList();
    }

    private static boolean isOfOneListing(Row row) {
        return entry(row).said() != null;
    }

    private List<Keeping> keeping(Origin origin, List<Row> rows) {
        Map<String, SiteId> sites = new HashMap<>();
        origin.responsible()
                .organisation()
                .ifPresent(own ->
                        registry.sites(own).forEach(site -> sites.putIfAbsent(Mapping.tidy(site.name()), site.id())));
        return rows.stream()
                .map(row -> {
                    Entry.Said said = Objects.requireNonNull(entry(row).said());
                    return new Keeping(
                            Optional.ofNullable(said.listing()).map(ListingId::new),
                            said.key(),
                            entry(row).name(),
                            said.key().startsWith(OwnRules.NUMBERED),
                            !isDraft(said),
                            before -> ListingCells.read(
                                            before.orElseGet(() -> ListingCells.blank(said.cells())), said.cells())
                                    .fold(draft -> at(draft, said, sites), Outcome::<ListingDraft>refused),
                            WindowCells.read(said.cells().getOrDefault(Column.WINDOWS, "")),
                            PatternCells.read(said.cells().getOrDefault(Column.PATTERN, "")));
                })
                .toList();
    }

    /** At the site that the row names; where it names none, or the listing is another organisation's, it stays where it is. */
    private static Outcome<ListingDraft> at(ListingDraft draft, Entry.Said said, Map<String, SiteId> sites) {
        String name = Mapping.tidy(said.cells().getOrDefault(Column.SITE, ""));
        if (name.isEmpty() || sites.isEmpty()) {
            return Outcome.accepted(draft);
        }
        SiteId current = draft.site();
        if (current != null
                && sites.entrySet().stream()
                        .anyMatch(site ->
                                site.getValue().equals(current) && site.getKey().equals(name))) {
            return Outcome.accepted(draft);
        }
        SiteId site = sites.get(name);
        return site == null
                ? Outcome.refused(
                        Refusal.at(Column.SITE.name(), "importexport.site_not_yours", String.join("、", sites.keySet())))
                : Outcome.accepted(draft.but().at(site).build());
    }

    private static boolean isDraft(Entry.Said said) {
        String state = Headings.folded(said.cells().getOrDefault(Column.STATE, ""));
        return state.equals("草稿") || state.equals("draft");
    }

    private static RowOutcome outcome(OnBehalfResult.Change change) {
        return switch (change) {
            case CREATED -> RowOutcome.CREATED;
            case UPDATED -> RowOutcome.UPDATED;
            case UNCHANGED -> RowOutcome.UNCHANGED;
        };
    }

    /** @param unheardOf organisations that the run will create; they have no listings yet */
    private List<Verdict> foretellOnBehalf(
            Origin origin, OnBehalfRehearsal rehearsal, Set<OrganisationId> unheardOf, List<Row> rows, Instant now) {
        Sorted sorted = sorted(rows, now);
        List<OnBehalf> organisations = rehearsal.foretell(organisations(origin, sorted.fit()));
        List<Integer> known = new ArrayList<>();
        List<OnBehalfListing> listings = new ArrayList<>();
        Map<Integer, Verdict> verdicts = new HashMap<>(sorted.refused());
        for (int i = 0; i < sorted.fit().size(); i++) {
            Row row = sorted.fit().get(i);
            OnBehalf organisation = organisations.get(i);
            if (organisation.result() == OnBehalf.Result.CLAIMED) {
                verdicts.put(row.number(), claimed(row));
            } else if (organisation.result() == OnBehalf.Result.CREATED || unheardOf.contains(organisation.id())) {
                unheardOf.add(organisation.id());
                verdicts.put(row.number(), foretold(row, RowOutcome.CREATED));
            } else {
                known.add(i);
                listings.add(listing(row, organisation, sorted));
            }
        }
        List<Outcome<OnBehalfResult.Change>> changes =
                catalogue.foretellOnBehalf(origin.responsible(), listings, origin.source(), now);
        for (int i = 0; i < known.size(); i++) {
            Row row = sorted.fit().get(known.get(i));
            OnBehalf organisation = organisations.get(known.get(i));
            verdicts.put(
                    row.number(),
                    changes.get(i)
                            .fold(
                                    change -> foretold(row, outcome(organisation, change)),
                                    reasons -> refused(row, saidByTheCatalogue(reasons))));
        }
        return rows.stream().map(row -> verdicts.get(row.number())).toList();
    }

    /** Enters these rows, within the transaction that also writes down that they were entered. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Verdict> enter(Origin origin, List<Row> all, Instant now) {
        List<Row> kept = all.stream().filter(Clerk::isOfOneListing).toList();
        if (kept.isEmpty()) {
            return enterOnBehalf(origin, all, now);
        }
        List<Outcome<OnBehalfResult>> results = catalogue.keepAll(origin.responsible(), keeping(origin, kept), now);
        return both(
                all,
                each(
                        kept,
                        results,
                        (row, result) -> new Verdict(
                                row.number(),
                                outcome(result.change()),
                                row.entry(),
                                row.findings(),
                                true,
                                null,
                                false,
                                result.listing())),
                rows -> enterOnBehalf(origin, rows, now));
    }

    private List<Verdict> enterOnBehalf(Origin origin, List<Row> rows, Instant now) {
        Sorted sorted = sorted(rows, now);
        Map<Integer, Verdict> verdicts = new HashMap<>(sorted.refused());
        List<OnBehalf> organisations =
                registry.enterAllOnBehalf(origin.responsible(), organisations(origin, sorted.fit()), now);
        List<Integer> unclaimed = new ArrayList<>();
        List<OnBehalfListing> listings = new ArrayList<>();
        for (int i = 0; i < sorted.fit().size(); i++) {
            Row row = sorted.fit().get(i);
            if (organisations.get(i).result() == OnBehalf.Result.CLAIMED) {
                verdicts.put(row.number(), claimed(row));
            } else {
                unclaimed.add(i);
                listings.add(listing(row, organisations.get(i), sorted));
            }
        }
        List<Outcome<OnBehalfResult>> listed =
                catalogue.listAllOnBehalf(origin.responsible(), origin.job().value(), listings, origin.source(), now);
        for (int i = 0; i < unclaimed.size(); i++) {
            Row row = sorted.fit().get(unclaimed.get(i));
            OnBehalf organisation = organisations.get(unclaimed.get(i));
            verdicts.put(
                    row.number(),
                    listed.get(i)
                            .fold(
                                    listing -> new Verdict(
                                            row.number(),
                                            outcome(organisation, listing.change()),
                                            row.entry(),
                                            row.findings(),
                                            true,
                                            organisation.id(),
                                            organisation.result() == OnBehalf.Result.CREATED,
                                            listing.listing()),
                                    reasons -> refused(row, saidByTheCatalogue(reasons))));
        }
        return rows.stream().map(row -> verdicts.get(row.number())).toList();
    }

    /** Those that the catalogue would take, and of the others why not: a row that is refused leaves no organisation behind. */
    private record Sorted(List<Row> fit, Map<Integer, ListingDraft> drafts, Map<Integer, Verdict> refused) {}

    private Sorted sorted(List<Row> rows, Instant now) {
        List<Row> fit = new ArrayList<>();
        Map<Integer, ListingDraft> drafts = new HashMap<>();
        Map<Integer, Verdict> refused = new HashMap<>();
        for (Row row : rows) {
            ListingDraft draft = draft(row);
            List<Refusal> wrong = catalogue.checkForPublication(draft, now);
            if (wrong.isEmpty()) {
                fit.add(row);
                drafts.put(row.number(), draft);
            } else {
                refused.put(row.number(), refused(row, saidByTheCatalogue(wrong)));
            }
        }
        return new Sorted(fit, drafts, refused);
    }

    private static List<ProvisionalOrganisation> organisations(Origin origin, List<Row> rows) {
        return rows.stream()
                .map(row -> new ProvisionalOrganisation(
                        entry(row).name(),
                        null,
                        entry(row).placeCode(),
                        oneThing(entry(row).product()),
                        origin.source(),
                        origin.date().orElseThrow()))
                .toList();
    }

    private static OnBehalfListing listing(Row row, OnBehalf organisation, Sorted sorted) {
        return new OnBehalfListing(
                row.number(),
                organisation.id(),
                entry(row).key(),
                Objects.requireNonNull(sorted.drafts().get(row.number())));
    }

    private static ListingDraft draft(Row row) {
        Entry entry = entry(row);
        return ListingDraft.line(entry.title())
                .description(entry.description())
                .products(List.of(entry.product()))
                .quantity(entry.quantity().orElse(null))
                .build();
    }

    private static Entry entry(Row row) {
        Entry entry = row.entry();
        if (entry == null) {
            throw new IllegalStateException("Row " + row.number() + " has nothing to enter");
        }
        return entry;
    }

    /** What an organisation makes is a list with separators, and a row speaks of one thing in it. */
    private static String oneThing(String product) {
        return SEPARATORS.matcher(product).replaceAll(" ").strip();
    }

    private static Verdict claimed(Row row) {
        return refused(row, List.of(Finding.refusal(Column.NAME, "organisation_claimed")));
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
                        column(refusal),
                        new Finding.Sentence(
                                refusal.key(),
                                refusal.args().stream().map(Object::toString).toList()),
                        null))
                .toList();
    }

    /** The cell that a refusal speaks of, whether it names a column or a field of a listing's form. */
    private static @Nullable Column column(Refusal refusal) {
        String field = refusal.field();
        return field == null || field.isEmpty() ? null : COLUMNS.getOrDefault(field.replaceAll("\\..*", ""), null);
    }

    private static Map<String, Column> columns() {
        Map<String, Column> columns = new HashMap<>(Map.ofEntries(
                Map.entry("title", Column.TITLE),
                Map.entry("titleEn", Column.TITLE_EN),
                Map.entry("description", Column.DESCRIPTION),
                Map.entry("descriptionEn", Column.DESCRIPTION_EN),
                Map.entry("missing", Column.MISSING),
                Map.entry("operations", Column.OPERATIONS),
                Map.entry("products", Column.PRODUCT),
                Map.entry("convertibleProducts", Column.CONVERTIBLE),
                Map.entry("specification", Column.SPECIFICATION),
                Map.entry("quantity", Column.CAPACITY),
                Map.entry("minimumOrder", Column.MINIMUM),
                Map.entry("orderMultiple", Column.MULTIPLE),
                Map.entry("hoursPerDay", Column.HOURS),
                Map.entry("changeover", Column.CHANGEOVER),
                Map.entry("materialDays", Column.MATERIAL_DAYS),
                Map.entry("materialIncluded", Column.MATERIAL),
                Map.entry("supplyMode", Column.SUPPLY_MODE),
                Map.entry("readyDate", Column.READY),
                Map.entry("fixedCharge", Column.CHARGE),
                Map.entry("pricePer", Column.PRICE_PER),
                Map.entry("priceValidUntil", Column.PRICE_UNTIL),
                Map.entry("priceTaxRate", Column.TAX_RATE),
                Map.entry("site", Column.SITE),
                Map.entry("handles", Column.HANDLES),
                Map.entry("leadDays", Column.LEAD_DAYS),
                Map.entry("installationDays", Column.INSTALLATION_DAYS),
                Map.entry("batch", Column.BATCH),
                Map.entry("bestBefore", Column.BEST_BEFORE),
                Map.entry("cycle", Column.CYCLE),
                Map.entry("aeration", Column.AERATION),
                Map.entry("chamber", Column.CHAMBER),
                Map.entry("turnaround", Column.TURNAROUND),
                Map.entry("vehicle", Column.VEHICLE),
                Map.entry("payload", Column.PAYLOAD),
                Map.entry("cargo", Column.CARGO),
                Map.entry("coldest", Column.TEMPERATURE),
                Map.entry("warmest", Column.TEMPERATURE),
                Map.entry("headcount", Column.HEADCOUNT),
                Map.entry("limit", Column.LIMIT),
                Map.entry("yearlyRate", Column.YEARLY_RATE),
                Map.entry("termDays", Column.TERM),
                Map.entry("handedOver", Column.HANDED_OVER),
                Map.entry("from", Column.WINDOWS),
                Map.entry("to", Column.WINDOWS),
                Map.entry("note", Column.WINDOWS)));
        for (Column column : Column.values()) {
            columns.put(column.name(), column);
        }
        return columns;
    }

    /** A row is as new as its listing; a known listing of an organisation that learned something was updated. */
    private static RowOutcome outcome(OnBehalf organisation, OnBehalfResult.Change change) {
        return switch (change) {
            case CREATED -> RowOutcome.CREATED;
            case UPDATED -> RowOutcome.UPDATED;
            case UNCHANGED ->
                organisation.result() == OnBehalf.Result.UNCHANGED ? RowOutcome.UNCHANGED : RowOutcome.UPDATED;
        };
    }

    /** A row that replaces an earlier one of its file will find it there. */
    private static Verdict foretold(Row row, RowOutcome outcome) {
        boolean replaces = row.findings().stream().anyMatch(Repeats::replacesAnotherRow);
        return Verdict.read(
                row.number(),
                replaces && outcome == RowOutcome.CREATED ? RowOutcome.UPDATED : outcome,
                row.entry(),
                row.findings());
    }
}
