package org.muster.search.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import org.muster.identity.CurrentActor;
import org.muster.outbox.OutboxStatus;
import org.muster.outbox.OutboxWorker;
import org.muster.search.ListingIndex;
import org.muster.search.SearchIndex;
import org.muster.shell.Figures;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.Redirect;

/** What operators watch, and the one button they have there: build the index anew. */
@Path("/admin/operations")
class OperationsResource {

    private static final String PATH = "/admin/operations";

    private final SearchIndex index;
    private final OutboxWorker outbox;
    private final CurrentActor currentActor;
    private final Language language;
    private final Flash flash;

    OperationsResource(
            SearchIndex index, OutboxWorker outbox, CurrentActor currentActor, Language language, Flash flash) {
        this.index = index;
        this.outbox = outbox;
        this.currentActor = currentActor;
        this.language = language;
        this.flash = flash;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance operations() {
        return Templates.operations(view());
    }

    @POST
    @Path("/search/rebuild")
    public Response rebuild() {
        ListingIndex.IndexState state = index.state();
        if (!state.reachable()) {
            flash.warn("search:rebuild_impossible");
        } else if (state.rebuilding()) {
            flash.warn("search:rebuild_under_way");
        } else {
            index.beginRebuild(currentActor.get());
            flash.say("search:rebuild_begun");
        }
        return Redirect.to(PATH);
    }

    private OperationsView view() {
        ListingIndex.IndexState state = index.state();
        long published = index.published();
        List<OutboxStatus> channels = outbox.status();
        var built = state.built();
        SearchMessages words = language.messages(SearchMessages.class);
        return new OperationsView(
                inOneWord(state, published),
                state.problem(),
                state.name().orElse(null),
                state.listings(),
                published,
                built.map(ListingIndex.Built::startedAt).orElse(null),
                built.map(b -> Figures.number(
                                BigDecimal.valueOf(b.took().toMillis(), 3).stripTrailingZeros()))
                        .orElse(""),
                built.map(ListingIndex.Built::listings).orElse(0L),
                built.map(b -> words.rebuilt_by(b.by())).orElse(""),
                channels.stream()
                        .map(channel -> new OperationsView.Channel(
                                channel.channel(),
                                channel.waiting(),
                                channel.parked(),
                                channel.oldest().orElse(null),
                                channel.failure().orElse(null)))
                        .toList());
    }

    private static OperationsView.Index inOneWord(ListingIndex.IndexState state, long published) {
        if (!state.reachable()) {
            return OperationsView.Index.AWAY;
        } else if (state.rebuilding()) {
            return OperationsView.Index.REBUILDING;
        } else if (state.name().isEmpty()) {
            return OperationsView.Index.MISSING;
        }
        return state.listings() == published ? OperationsView.Index.FINE : OperationsView.Index.BEHIND;
    }

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance operations(OperationsView view);

        private Templates() {}
    }
}
