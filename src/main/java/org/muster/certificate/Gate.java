package org.muster.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.muster.reference.StandardEdition;
import org.muster.reference.Standards;
import org.muster.reference.Term;
import org.muster.reference.Terms;

/**
 * Whether what an organisation shows proves what is required, on a day. Pure: the same papers, requirement and day give the same answer, whatever
 * job has run. One certificate has to pass all clauses; two halves do not make a whole.
 */
public final class Gate {

    /** What is asked of a certificate, one by one. */
    public enum Clause {
        KIND,
        DAY,
        CHECK,
        HOLDER,
        PRODUCT,
        STANDARD
    }

    /** Why a clause passes or fails; its words are messages of the page. */
    public enum Reason {
        PASSES,
        /** Passes because the edition shown replaced the one that was asked for. */
        PASSES_AS_SUCCESSOR,
        OTHER_KIND,
        EXPIRED,
        NOT_YET_VALID,
        NOT_CHECKED,
        REJECTED,
        OF_ANOTHER_HOLDER,
        NOT_COVERED,
        OTHER_STANDARD,
        /** A standard of the same family: looks alike, is not equal. */
        LOOK_ALIKE,
        OTHER_EDITION,
        /** The edition shown replaced the one asked for, but only that one was asked for. */
        SUCCESSOR_NOT_ASKED_FOR,
        EDITION_UNSAID,
        /** We know no such edition; a person has to look. */
        EDITION_UNKNOWN,
        /** Any edition would do, but the one shown is in force no more. */
        EDITION_NOT_IN_FORCE,
        NO_STANDARD
    }

    /**
     * One clause and what became of it.
     *
     * @param shown what the certificate has instead, in its own words: an edition, a day, a kind
     */
    public record Result(Clause clause, Reason reason, String shown) {
        public boolean passes() {
            return reason == Reason.PASSES || reason == Reason.PASSES_AS_SUCCESSOR;
        }
    }

    /**
     * The answer.
     *
     * @param by the certificate that passes, or of all that fail the one that comes nearest; empty when there is none at all
     */
    public record Answer(boolean passes, Optional<CertificateCard> by, List<Result> results) {
        public Answer {
            results = List.copyOf(results);
        }

        public List<Result> failures() {
            return results.stream().filter(result -> !result.passes()).toList();
        }
    }

    private final Standards standards;
    private final Terms terms;

    public Gate(Standards standards, Terms terms) {
        this.standards = standards;
        this.terms = terms;
    }

    public Answer judge(Requirement requirement, Collection<CertificateCard> shown, LocalDate day) {
        return shown.stream()
                .map(card -> answer(requirement, card, day))
                .min(Comparator.comparing((Answer answer) -> answer.failures().size())
                        // Of those that come as near, one of the right kind says more than one of the right day.
                        .thenComparing(answer -> answer.failures().isEmpty()
                                ? 0
                                : -answer.failures().get(0).clause().ordinal())
                        .thenComparing(answer -> answer.by().orElseThrow().id().value()))
                .orElseGet(() -> new Answer(false, Optional.empty(), List.of()));
    }

    private Answer answer(Requirement requirement, CertificateCard card, LocalDate day) {
        List<Result> results = new ArrayList<>();
        results.add(kind(requirement, card));
        results.add(day(card, day));
        results.add(check(requirement, card));
        if (requirement.ownOnly()) {
            results.add(new Result(
                    Clause.HOLDER,
                    card.relation() == Relation.OWN ? Reason.PASSES : Reason.OF_ANOTHER_HOLDER,
                    card.holder()));
        }
        for (String product : requirement.products()) {
            results.add(new Result(
                    Clause.PRODUCT, covers(card, List.of(product)) ? Reason.PASSES : Reason.NOT_COVERED, product));
        }
        requirement.standard().ifPresent(wanted -> results.add(standard(wanted, card, day)));
        return new Answer(results.stream().allMatch(Result::passes), Optional.of(card), results);
    }

    private static Result kind(Requirement requirement, CertificateCard card) {
        Set<CertificateKind> kinds = requirement.kinds();
        boolean passes = kinds.isEmpty() || kinds.contains(card.kind());
        return new Result(
                Clause.KIND,
                passes ? Reason.PASSES : Reason.OTHER_KIND,
                card.kind().name());
    }

    private static Result day(CertificateCard card, LocalDate day) {
        return switch (card.on(day)) {
            case NOT_YET -> new Result(Clause.DAY, Reason.NOT_YET_VALID, String.valueOf(card.validFrom()));
            case EXPIRED -> new Result(Clause.DAY, Reason.EXPIRED, String.valueOf(card.validTo()));
            case VALID, ENDING ->
                new Result(
                        Clause.DAY,
                        Reason.PASSES,
                        card.validTo() == null ? "" : card.validTo().toString());
        };
    }

    private static Result check(Requirement requirement, CertificateCard card) {
        Reason reason = switch (card.check()) {
            case CONFIRMED -> Reason.PASSES;
            case STATED -> requirement.confirmed() ? Reason.NOT_CHECKED : Reason.PASSES;
            case REJECTED -> Reason.REJECTED;
        };
        return new Result(Clause.CHECK, reason, "");
    }

    /** Whether its scope names one of these terms, or something broader; without a scope it speaks for the whole organisation. */
    public boolean covers(CertificateCard card, Collection<String> products) {
        return card.scope().isEmpty()
                || products.stream()
                        .flatMap(product -> terms.byKey(product).stream())
                        .flatMap(term -> terms.withBroader(term).stream())
                        .map(Term::key)
                        .anyMatch(card.scope()::contains);
    }

    private Result standard(Requirement.Wanted wanted, CertificateCard card, LocalDate day) {
        return card.standards().stream()
                .map(cited -> cited(wanted, cited, day))
                // Reasons stand in the order of how near they come.
                .min(Comparator.comparing(result -> nearness(result.reason())))
                .orElseGet(() -> new Result(Clause.STANDARD, Reason.NO_STANDARD, ""));
    }

    private static int nearness(Reason reason) {
        return switch (reason) {
            case PASSES -> 0;
            case PASSES_AS_SUCCESSOR -> 1;
            case SUCCESSOR_NOT_ASKED_FOR -> 2;
            case EDITION_UNKNOWN, EDITION_UNSAID -> 3;
            case OTHER_EDITION, EDITION_NOT_IN_FORCE -> 4;
            case LOOK_ALIKE -> 5;
            default -> 6;
        };
    }

    private Result cited(Requirement.Wanted wanted, CitedStandard cited, LocalDate day) {
        Function<Reason, Result> result = reason -> new Result(Clause.STANDARD, reason, cited.written());
        if (cited.code() == null) {
            return result.apply(Reason.OTHER_STANDARD);
        }
        Optional<StandardEdition> asked = edition(wanted);
        Optional<StandardEdition> shown = cited.known(standards);
        if (asked.isPresent() && shown.isPresent()) {
            if (asked.equals(shown)) {
                return result.apply(Reason.PASSES);
            }
            // A standard is replaced by one of another code too: GB 7543 by GB/T 7543.
            if (standards.successorsOf(asked.get()).contains(shown.get())) {
                return result.apply(wanted.orSuccessor() ? Reason.PASSES_AS_SUCCESSOR : Reason.SUCCESSOR_NOT_ASKED_FOR);
            }
        }
        if (!cited.code().equals(wanted.code())) {
            return anyEditionReplacedBy(wanted, shown)
                    ? result.apply(wanted.orSuccessor() ? Reason.PASSES_AS_SUCCESSOR : Reason.SUCCESSOR_NOT_ASKED_FOR)
                    : result.apply(
                            standards.lookAlike(wanted.code(), cited.code())
                                    ? Reason.LOOK_ALIKE
                                    : Reason.OTHER_STANDARD);
        }
        if (cited.edition() == null) {
            return result.apply(Reason.EDITION_UNSAID);
        }
        if (wanted.edition() != null) {
            boolean same = wanted.edition().equalsIgnoreCase(cited.edition());
            return result.apply(same ? Reason.PASSES : shown.isEmpty() ? Reason.EDITION_UNKNOWN : Reason.OTHER_EDITION);
        }
        if (shown.isEmpty()) {
            return result.apply(Reason.EDITION_UNKNOWN);
        }
        return result.apply(shown.get().inForceOn(day) ? Reason.PASSES : Reason.EDITION_NOT_IN_FORCE);
    }

    private boolean anyEditionReplacedBy(Requirement.Wanted wanted, Optional<StandardEdition> shown) {
        return wanted.edition() == null
                && shown.isPresent()
                && standards.editionsOf(wanted.code()).stream()
                        .anyMatch(edition -> standards.successorsOf(edition).contains(shown.get()));
    }

    private Optional<StandardEdition> edition(Requirement.Wanted wanted) {
        String edition = wanted.edition();
        return edition == null
                ? Optional.empty()
                : standards.citations(wanted.code() + "-" + edition).stream()
                        .filter(cited -> Objects.equals(cited.code(), wanted.code()))
                        .flatMap(cited -> cited.known().stream())
                        .findFirst();
    }
}
