package org.muster.paper.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.muster.identity.CurrentActor;
import org.muster.paper.ConsignmentDraft;
import org.muster.paper.Paper;
import org.muster.paper.PaperCode;
import org.muster.paper.PaperKind;
import org.muster.paper.PaperMessages;
import org.muster.paper.PaperProof;
import org.muster.paper.Papers;
import org.muster.paper.Sheet;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Download;
import org.muster.shell.Flash;
import org.muster.shell.Ids;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.QrCode;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** Papers are issued and printed here, and anybody asks here whether one is genuine. */
@Path("/papers")
class PaperResource {

    private static final int NOT_FOUND = 404;

    @CheckedTemplate(basePath = "paper")
    static class Templates {
        static native TemplateInstance papers(ListPage view);

        static native TemplateInstance paper_form(FormPage view);

        static native TemplateInstance proof(ProofPage view);

        static native TemplateInstance sheet(SheetPage view);

        private Templates() {}
    }

    record Line(String url, String kind, Paper paper) {}

    record ListPage(List<Line> lines, String code) {}

    record ItemRow(
            int number,
            String itemField,
            String quantityField,
            String batchField,
            String lotField,
            String expiryField,
            ConsignmentDraft.Item item) {}

    record FormPage(ConsignmentDraft form, List<Choice> kinds, List<ItemRow> items, List<Refusal> refusals) {}

    /** @param proof null where nobody ever issued a paper under this code */
    record ProofPage(String code, @Nullable PaperProof proof, String kind, boolean mayPrint, String sheetUrl) {}

    record SheetPage(Sheet sheet, Paper paper, String url, String backUrl, String reason, List<Refusal> refusals) {}

    private final Papers papers;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    PaperResource(Papers papers, CurrentActor actor, Language language, Flash flash, Clock clock) {
        this.papers = papers;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list() {
        return Templates.papers(new ListPage(
                papers.latest(actor.get()).stream()
                        .map(one -> new Line(url(one.code()) + "/sheet", kind(one.kind()), one))
                        .toList(),
                ""));
    }

    // ── Issuing ─────────────────────────────────────────────────────────────────

    /** Blank, or filled in by whoever leads here: each field may stand in the address. */
    @GET
    @Path("/new")
    public TemplateInstance blank(@Context UriInfo uri) {
        MultivaluedMap<String, String> given = uri.getQueryParameters();
        return form(typed(name -> Objects.requireNonNullElse(given.getFirst(name), "")), List.of());
    }

    @POST
    @Path("/new")
    public Response issue(MultivaluedMap<String, String> fields) {
        ConsignmentDraft typed = typed(name -> Objects.requireNonNullElse(fields.getFirst(name), ""));
        return papers.issue(actor.get(), typed, clock.instant())
                .fold(
                        code -> {
                            flash.say("papers:issued");
                            return Redirect.to(url(code) + "/sheet");
                        },
                        refusals -> Refused.page(form(typed, refusals)));
    }

    private static ConsignmentDraft typed(UnaryOperator<String> value) {
        List<ConsignmentDraft.Item> items = new ArrayList<>();
        for (int i = 0; i < ConsignmentDraft.ROWS; i++) {
            items.add(new ConsignmentDraft.Item(
                    value.apply("item-" + i),
                    value.apply("quantity-" + i),
                    value.apply("batch-" + i),
                    value.apply("lot-" + i),
                    value.apply("expiry-" + i)));
        }
        return new ConsignmentDraft(
                value.apply("kind"),
                party(value, "from"),
                party(value, "to"),
                items,
                value.apply("vehicle"),
                value.apply("driver"),
                value.apply("driverMobile"),
                value.apply("authority"),
                value.apply("document"),
                value.apply("leaves"),
                value.apply("validUntil"));
    }

    private static ConsignmentDraft.Party party(UnaryOperator<String> value, String which) {
        return new ConsignmentDraft.Party(
                value.apply(which + "Name"),
                value.apply(which + "Place"),
                value.apply(which + "Contact"),
                value.apply(which + "Mobile"));
    }

    private TemplateInstance form(ConsignmentDraft typed, List<Refusal> refusals) {
        List<ItemRow> items = new ArrayList<>();
        for (int i = 0; i < ConsignmentDraft.ROWS; i++) {
            items.add(new ItemRow(
                    i + 1,
                    "item-" + i,
                    "quantity-" + i,
                    "batch-" + i,
                    "lot-" + i,
                    "expiry-" + i,
                    typed.items().get(i)));
        }
        return Templates.paper_form(new FormPage(
                typed,
                Arrays.stream(PaperKind.values())
                        .map(kind -> Choice.of(kind, kind(kind)))
                        .toList(),
                items,
                refusals));
    }

    // ── Asking ──────────────────────────────────────────────────────────────────

    /** What is no code of ours is answered like a code that nobody ever issued, in words: whoever asks has a paper in their hand. */
    @GET
    @Path("/{code}")
    public Response proof(@RestPath String code, @Context UriInfo uri) {
        Optional<PaperProof> proof = read(code).flatMap(known -> papers.proof(known, clock.instant()));
        TemplateInstance page = Templates.proof(new ProofPage(
                code.length() > 40 ? code.substring(0, 40) : code,
                proof.orElse(null),
                proof.map(one -> kind(one.kind())).orElse(""),
                Papers.mayIssue(actor.get()),
                proof.map(one -> url(one.code()) + "/sheet").orElse("")));
        return proof.isPresent()
                ? Response.ok(page).build()
                : Response.status(NOT_FOUND).entity(page).build();
    }

    private static Optional<PaperCode> read(String typed) {
        try {
            return Optional.of(PaperCode.of(typed));
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }

    // ── Printing ────────────────────────────────────────────────────────────────

    @GET
    @Path("/{code}/sheet")
    public TemplateInstance sheet(@RestPath String code, @Context UriInfo uri) {
        return sheet(Ids.read(code, PaperCode::of), uri, "", List.of());
    }

    private TemplateInstance sheet(PaperCode code, UriInfo uri, String reason, List<Refusal> refusals) {
        Paper paper = papers.byCode(actor.get(), code).orElseThrow(NotFound::new);
        Sheet sheet =
                papers.sheet(actor.get(), code, language.locale(), site(uri)).orElseThrow(NotFound::new);
        return Templates.sheet(new SheetPage(sheet, paper, url(code), "/papers", reason, refusals));
    }

    @GET
    @Path("/{code}/sheet.pdf")
    @Produces("application/pdf")
    public Response pdf(@RestPath String code, @Context UriInfo uri) {
        PaperCode known = Ids.read(code, PaperCode::of);
        Paper paper = papers.byCode(actor.get(), known).orElseThrow(NotFound::new);
        byte[] pdf =
                papers.pdf(actor.get(), known, language.locale(), site(uri)).orElseThrow(NotFound::new);
        return Download.of(
                pdf,
                "application/pdf",
                kind(paper.kind()) + "-" + known.printed() + ".pdf",
                known + "-" + language.tag() + "-" + paper.stands());
    }

    @GET
    @Path("/{code}/qr.svg")
    @Produces("image/svg+xml")
    public Response qrCode(@RestPath String code, @Context UriInfo uri) {
        Paper paper = papers.byCode(actor.get(), Ids.read(code, PaperCode::of)).orElseThrow(NotFound::new);
        return Response.ok(QrCode.svg(site(uri) + "/" + paper.code())).build();
    }

    @POST
    @Path("/{code}/void")
    public Response makeVoid(@RestPath String code, @RestForm @DefaultValue("") String reason, @Context UriInfo uri) {
        PaperCode known = Ids.read(code, PaperCode::of);
        return papers.makeVoid(actor.get(), known, reason, clock.instant())
                .fold(
                        done -> {
                            flash.say("papers:voided");
                            return Redirect.to(url(known) + "/sheet");
                        },
                        refusals -> {
                            if (refusals.get(0).key().equals(Papers.NOT_FOUND)) {
                                throw new NotFound();
                            }
                            return Refused.page(sheet(known, uri, reason, refusals));
                        });
    }

    private static String site(UriInfo uri) {
        return uri.getBaseUriBuilder().path("papers").build().toString();
    }

    private static String url(PaperCode code) {
        return "/papers/" + code;
    }

    private String kind(PaperKind kind) {
        return language.messages(PaperMessages.class).kind(kind);
    }
}
