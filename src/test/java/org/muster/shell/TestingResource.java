package org.muster.shell;

import io.quarkus.qute.Qute;
import io.quarkus.qute.TemplateInstance;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/** Pages that fail on purpose, and one with every part that forms are made of. */
@Path("/testing")
@Produces(MediaType.TEXT_HTML)
public class TestingResource {

    private static final String FORM = """
            {#include shell/layout}
            {#title}Form{/title}
            {#main}
            <h1>Form</h1>
            {#refused refusals=refusals /}
            {#form action="/testing/form" id="the-form"}
            {#field name="makes" label="Makes" hint="What is made" value=typed required=true inputmode="text" maxlength="60" refusals=refusals /}
            {#textarea name="note" label="Note" value=note refusals=refusals /}
            {#choice name="kind" label="Kind" value="b" options=options refusals=refusals /}
            {#radios name="mode" label="Mode" value="a" options=options refusals=refusals /}
            {#checkbox name="agreed" label="Agreed" checked=true refusals=refusals /}
            {#submit label="Send" /}{#submit label="Remove" kind="danger" icon="trash" /}
            {/form}
            <p>{#quantity q=quantity /} {#state word="Free" icon="check" tone="green" /}</p>
            {#empty title="Nothing yet" text="Do this first." href="/" action="Start" /}
            {#pager p=pager /}
            {/main}
            {/include}
            """;

    private final Flash flash;
    private final DataSource database;

    TestingResource(Flash flash, DataSource database) {
        this.flash = flash;
        this.database = database;
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("a secret of the inside");
    }

    /** PostgreSQL itself ends the connection, as when it goes down. */
    @GET
    @Path("/away")
    public String away() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pg_backend_pid())");
            return "still there";
        } catch (SQLException gone) {
            throw new IllegalStateException(gone);
        }
    }

    @GET
    @Path("/conflict")
    public String conflict() {
        throw new IllegalStateException(new OptimisticLockException("a secret of the inside"));
    }

    @GET
    @Path("/forbidden")
    public String forbidden() {
        throw new ForbiddenException("a secret of the inside");
    }

    @GET
    @Path("/say")
    public Response say() {
        flash.say("shell:now_acting_for");
        return Redirect.to("/");
    }

    @GET
    @Path("/form")
    public Response form() {
        TemplateInstance page = Qute.engine()
                .parse(FORM)
                .data("refusals", List.of(Refusal.at("makes", "testing.about", "口罩")))
                .data("typed", "口罩 \"N95\" <b>")
                .data("note", "第一行\n第二行")
                .data("options", List.of(Choice.of("a", "A"), Choice.of("b", "B")))
                .data("quantity", Quantity.of("200000", "piece"))
                .data("pager", new Pager(2, 20, 100, number -> "/testing/form?page=" + number));
        return Refused.page(page);
    }
}
