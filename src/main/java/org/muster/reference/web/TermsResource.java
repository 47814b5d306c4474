package org.muster.reference.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.identity.CurrentActor;
import org.muster.reference.Division;
import org.muster.reference.Divisions;
import org.muster.reference.Glossary;
import org.muster.reference.Term;
import org.muster.reference.TermDraft;
import org.muster.reference.TermKind;
import org.muster.reference.Terms;
import org.muster.shared.FoldedText;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Pager;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** Where operators keep the glossary: found, added, changed, removed. */
@Path("/admin/terms")
@Produces(MediaType.TEXT_HTML)
class TermsResource {

    private static final int ON_A_PAGE = 50;
    private static final int OTHERS_SHOWN = 6;

    /** One a line; a list pasted with bars or Chinese stops is taken apart too. A comma may be part of an English label. */
    private static final Pattern BETWEEN_LABELS = Pattern.compile("[\\r\\n|；;、，]+");

    record Row(String key, String zh, String en, TermKind kind, List<String> others, int more, String division) {}

    record TermsPage(String q, String kind, List<Choice> kinds, List<Row> rows, String count, Pager pager) {}

    /** A term as the form shows it. */
    record Typed(
            int version,
            String kind,
            String zh,
            String en,
            String zhSynonyms,
            String enSynonyms,
            String abbreviations,
            String division,
            String broader,
            String defaultUnit) {

        static Typed nothing() {
            return new Typed(0, "", "", "", "", "", "", "", "", "");
        }

        static Typed of(Term term) {
            return new Typed(
                    term.version(),
                    term.kind().name(),
                    term.zh(),
                    term.en(),
                    String.join("\n", term.zhSynonyms()),
                    String.join("\n", term.enSynonyms()),
                    String.join("\n", term.abbreviations()),
                    term.division().orElse(""),
                    term.broader().orElse(""),
                    term.defaultUnit().map(Unit::of).map(Unit::code).orElse(""));
        }
    }

    record Link(String key, String name) {}

    /** @param saved what somebody else saved meanwhile, to compare with; empty otherwise */
    record TermPage(
            Optional<String> key,
            String name,
            Typed typed,
            String reason,
            List<Choice> kinds,
            List<Choice> divisions,
            List<Choice> units,
            List<Link> narrower,
            Optional<String> editor,
            Optional<Term> saved,
            List<Refusal> refusals,
            List<Refusal> removalRefusals) {

        public String action() {
            return key.map(known -> "/admin/terms/" + known).orElse("/admin/terms");
        }

        public String removeAction() {
            return action() + "/remove";
        }
    }

    /** What the form sends. */
    static class TermForm {
        @RestForm
        @DefaultValue("0")
        int version;

        @RestForm
        @DefaultValue("")
        String kind = "";

        @RestForm
        @DefaultValue("")
        String zh = "";

        @RestForm
        @DefaultValue("")
        String en = "";

        @RestForm
        @DefaultValue("")
        String zhSynonyms = "";

        @RestForm
        @DefaultValue("")
        String enSynonyms = "";

        @RestForm
        @DefaultValue("")
        String abbreviations = "";

        @RestForm
        @DefaultValue("")
        String division = "";

        @RestForm
        @DefaultValue("")
        String broader = "";

        @RestForm
        @DefaultValue("")
        String defaultUnit = "";

        Typed typed(int currentVersion) {
            return new Typed(
                    currentVersion,
                    kind,
                    zh,
                    en,
                    zhSynonyms,
                    enSynonyms,
                    abbreviations,
                    division,
                    broader,
                    defaultUnit);
        }

        TermDraft draft(Terms terms) {
            return new TermDraft(
                    kindOf(kind),
                    zh,
                    en,
                    labels(zhSynonyms),
                    labels(enSynonyms),
                    labels(abbreviations),
                    filled(division),
                    filled(broader).map(written -> keyOf(written, terms)),
                    filled(defaultUnit));
        }

        /** The key of the term called so; what nobody is called stays as it was typed, to be refused. */
        private static String keyOf(String written, Terms terms) {
            return terms.byKey(written)
                    .or(() -> terms.called(written))
                    .map(Term::key)
                    .orElse(written);
        }

        private static List<String> labels(String text) {
            return BETWEEN_LABELS.splitAsStream(text).toList();
        }

        private static Optional<String> filled(String text) {
            return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
        }
    }

    private final Glossary glossary;
    private final Divisions divisions;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;

    TermsResource(Glossary glossary, Divisions divisions, CurrentActor actor, Language language, Flash flash) {
        this.glossary = glossary;
        this.divisions = divisions;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
    }

    @GET
    public TemplateInstance terms(
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @DefaultValue("1") int page) {
        Terms terms = glossary.terms();
        String wanted = FoldedText.fold(q).strip();
        Optional<TermKind> ofKind = kindOf(kind);
        List<Term> found = terms.all().stream()
                .filter(term -> ofKind.isEmpty() || term.kind() == ofKind.get())
                .filter(term -> wanted.isEmpty()
                        || term.key().equals(wanted)
                        || term.labels().stream()
                                .anyMatch(label -> FoldedText.fold(label).contains(wanted)))
                .toList();
        Pager all = new Pager(1, ON_A_PAGE, found.size(), number -> urlOfPage(q, kind, number));
        Pager pager = new Pager(Math.max(1, Math.min(page, all.pages())), ON_A_PAGE, found.size(), all.urlOfPage());
        List<Row> rows = found.stream()
                .skip((long) (pager.page() - 1) * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .map(this::row)
                .toList();
        return Templates.terms(new TermsPage(
                q, ofKind.map(TermKind::name).orElse(""), kinds(), rows, String.valueOf(found.size()), pager));
    }

    @GET
    @Path("/new")
    public TemplateInstance blank() {
        return Templates.term(page(Optional.empty(), Typed.nothing(), List.of(), List.of(), ""));
    }

    @POST
    public Response add(@BeanParam TermForm form) {
        Outcome<Term> outcome = glossary.add(actor.get(), form.draft(glossary.terms()));
        if (outcome instanceof Outcome.Accepted<Term> added) {
            flash.say(words().added(added.value().name(language.locale())));
            return Redirect.to("/admin/terms/" + added.value().key());
        }
        return Refused.page(Templates.term(page(Optional.empty(), form.typed(0), outcome.reasons(), List.of(), "")));
    }

    @GET
    @Path("/{key}")
    public TemplateInstance term(@RestPath String key) {
        Term term = known(key);
        return Templates.term(page(Optional.of(term), Typed.of(term), List.of(), List.of(), ""));
    }

    @POST
    @Path("/{key}")
    public Response change(@RestPath String key, @BeanParam TermForm form) {
        Outcome<Term> outcome = glossary.change(actor.get(), key, form.version, form.draft(glossary.terms()));
        if (outcome instanceof Outcome.Accepted<Term> changed) {
            flash.say(words().saved(changed.value().name(language.locale())));
            return Redirect.to("/admin/terms/" + key);
        }
        Term now = known(key);
        return Refused.page(Templates.term(
                page(Optional.of(now), form.typed(now.version()), outcome.reasons(), List.of(), "", form.version)));
    }

    @POST
    @Path("/{key}/remove")
    public Response remove(
            @RestPath String key, @RestForm @DefaultValue("0") int version, @RestForm @DefaultValue("") String reason) {
        Outcome<Term> outcome = glossary.remove(actor.get(), key, version, reason);
        if (outcome instanceof Outcome.Accepted<Term> removed) {
            flash.say(words().removed(removed.value().name(language.locale())));
            return Redirect.to("/admin/terms");
        }
        Term now = known(key);
        return Refused.page(
                Templates.term(page(Optional.of(now), Typed.of(now), List.of(), outcome.reasons(), reason, version)));
    }

    private Term known(String key) {
        return glossary.terms().byKey(key).orElseThrow(NotFound::new);
    }

    private TermPage page(
            Optional<Term> term, Typed typed, List<Refusal> refusals, List<Refusal> removalRefusals, String reason) {
        return page(
                term,
                typed,
                refusals,
                removalRefusals,
                reason,
                term.map(Term::version).orElse(0));
    }

    /** @param seen the version that the editor began with; when it has moved, the present content is shown beside */
    private TermPage page(
            Optional<Term> term,
            Typed typed,
            List<Refusal> refusals,
            List<Refusal> removalRefusals,
            String reason,
            int seen) {
        Locale locale = language.locale();
        Terms terms = glossary.terms();
        return new TermPage(
                term.map(Term::key),
                term.map(one -> one.name(locale)).orElse(""),
                typed,
                reason,
                kinds(),
                divisions.all().stream()
                        .map(division -> Choice.of(division.code(), division.code() + " " + division.name(locale)))
                        .toList(),
                Unit.all().stream()
                        .map(unit -> Choice.of(unit.code(), unit.name(locale)))
                        .toList(),
                term.map(one -> terms.all().stream()
                                .filter(other -> other.broader().equals(Optional.of(one.key())))
                                .map(other -> new Link(other.key(), other.name(locale)))
                                .toList())
                        .orElse(List.of()),
                term.flatMap(glossary::editor),
                term.filter(one -> one.version() != seen),
                refusals,
                removalRefusals);
    }

    private List<Choice> kinds() {
        ReferenceMessages words = words();
        return Arrays.stream(TermKind.values())
                .map(kind -> Choice.of(kind.name(), words.kind(kind)))
                .toList();
    }

    private Row row(Term term) {
        List<String> others = new ArrayList<>();
        Stream.of(term.zhSynonyms(), term.enSynonyms(), term.abbreviations()).forEach(others::addAll);
        int shown = Math.min(OTHERS_SHOWN, others.size());
        return new Row(
                term.key(),
                term.zh(),
                term.en(),
                term.kind(),
                List.copyOf(others.subList(0, shown)),
                others.size() - shown,
                term.division()
                        .flatMap(divisions::byCode)
                        .map(this::divisionName)
                        .orElse(""));
    }

    private String divisionName(Division division) {
        return division.name(language.locale());
    }

    private ReferenceMessages words() {
        return language.messages(ReferenceMessages.class);
    }

    private static Optional<TermKind> kindOf(@Nullable String name) {
        return Arrays.stream(TermKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private static String urlOfPage(String q, String kind, int page) {
        return UriBuilder.fromPath("/admin/terms")
                .queryParam("q", "{q}")
                .queryParam("kind", "{kind}")
                .queryParam("page", page)
                .build(q, kind)
                .toString();
    }

    @CheckedTemplate(basePath = "reference")
    static class Templates {
        static native TemplateInstance terms(TermsPage view);

        static native TemplateInstance term(TermPage view);

        private Templates() {}
    }
}
