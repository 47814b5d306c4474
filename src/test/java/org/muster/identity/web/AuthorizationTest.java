package org.muster.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.identity.web.AuthorizationTable.Route;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;
import org.muster.testing.Tokens;

/** The table says who may call what; these tests say that it is whole and that it is kept. */
@QuarkusTest
class AuthorizationTest {

    /** The people of the development realm. */
    private enum Caller {
        VISITOR,
        MEMBER,
        LIAISON,
        COORDINATOR,
        OPERATOR
    }

    /** What became of a call. */
    private enum Answer {
        LET_IN,
        ASKED_TO_SIGN_IN,
        ASKED_TO_REGISTER,
        TURNED_AWAY
    }

    @Inject
    AuthorizationTable table;

    @ConfigProperty(name = "muster.keycloak.url")
    String keycloak;

    @Inject
    DataSource database;

    /** They stand for their offices alone here, whatever organisations earlier tests let them found. */
    @BeforeEach
    void officers_belong_to_nobody() throws SQLException {
        String officers = "(select id from person where subject in ('00000000-0000-4000-8000-000000000003',"
                + " '00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000005'))";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update person set acting_for = null where id in " + officers);
            statement.executeUpdate("delete from membership where person_id in " + officers);
        }
    }

    @Test
    void every_route_has_its_row_and_every_row_its_route() {
        assertThat(table.rows().keySet()).containsExactlyInAnyOrderElementsOf(routes());
    }

    @Test
    void every_page_lets_in_whom_its_row_names_and_nobody_else() {
        Map<Caller, Visitor> callers = callers();
        rowsWithRoutes().forEach((route, permission) -> {
            if (route.method().equals("GET") && !route.path().startsWith("/testing/") && !isForPrograms(route)) {
                callers.forEach((caller, visitor) -> assertThat(
                                answer(asking(caller, visitor).get(concrete(route)), route))
                        .as("%s called by %s", route, caller)
                        .isEqualTo(expected(permission, caller)));
            }
        });
    }

    @Test
    void every_form_turns_away_whom_its_row_does_not_name() {
        Map<Caller, Visitor> callers = callers();
        rowsWithRoutes().forEach((route, permission) -> {
            if (route.method().equals("POST") && !isForPrograms(route)) {
                callers.forEach((caller, visitor) -> {
                    Answer wanted = expected(permission, caller);
                    if (wanted != Answer.LET_IN) {
                        assertThat(answer(sent(asking(caller, visitor), route), route))
                                .as("%s called by %s", route, caller)
                                .isEqualTo(wanted);
                    }
                });
            }
        });
    }

    /** An upload takes another kind of form, and another kind is refused before anybody is asked who they are. */
    private static HttpResponse<String> sent(Visitor visitor, Route route) {
        HttpResponse<String> answer = visitor.post(concrete(route), Map.of());
        return answer.statusCode() == 415 ? visitor.upload(concrete(route), Map.of()) : answer;
    }

    @Test
    void an_upload_is_turned_away_by_its_row_and_not_for_its_form() {
        Route upload = new Route("POST", "/my/import");
        assertThat(table.permission(upload)).isPresent();
        assertThat(SignIn.as("coordinator-chen").upload("/my/import", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(SignIn.as("liaison-zhao").upload("/my/import", Map.of()).statusCode())
                .isEqualTo(422);
    }

    /** Each leaves a cookie; both versions of HTTP have a limit of their own, and neither may be met by a person with many tabs. */
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void whoever_left_many_sign_ins_unfinished_is_still_answered(HttpClient.Version version)
            throws IOException, InterruptedException {
        String cookies = IntStream.range(0, 60)
                .mapToObj(tab -> "q_auth_" + UUID.randomUUID() + "=" + "x".repeat(400))
                .collect(Collectors.joining("; "));
        HttpClient client = HttpClient.newBuilder().version(version).build();
        HttpRequest.Builder first = HttpRequest.newBuilder(URI.create(SignIn.applicationUrl() + "/"));
        // The first request agrees on the version, the second speaks it.
        client.send(first.build(), HttpResponse.BodyHandlers.discarding());
        var answer = client.send(first.header("Cookie", cookies).build(), HttpResponse.BodyHandlers.discarding());
        assertThat(answer.version()).isEqualTo(version);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void every_route_for_programs_wants_a_token_of_somebody_whom_its_row_names() {
        Tokens tokens = Tokens.at(keycloak);
        Visitor session = SignIn.as("operator-sun");
        String program = tokens.of("operator-sun");
        rowsWithRoutes().forEach((route, permission) -> {
            if (isForPrograms(route)) {
                String path = concrete(route);
                assertThat(calling(route, SignIn.asNobody(), path, ""))
                        .as("%s without a token", route)
                        .isEqualTo(401);
                assertThat(calling(route, session, path, ""))
                        .as("%s with a session only", route)
                        .isEqualTo(401);
                if (permission == Permission.MEMBER) {
                    assertThat(calling(route, SignIn.asNobody(), path, program))
                            .as("%s for somebody without an organisation", route)
                            .isEqualTo(403);
                }
            }
        });
    }

    private static int calling(Route route, Visitor visitor, String path, String token) {
        return (route.method().equals("GET") ? visitor.getAs(token, path) : visitor.postJsonAs(token, path, "{}"))
                .statusCode();
    }

    private static boolean isForPrograms(Route route) {
        return route.path().startsWith("/api/");
    }

    @Test
    void whoever_signs_in_returns_to_the_page_they_wanted() {
        assertThat(SignIn.as("operator-sun")
                        .get("/sign-in?to=/testing/form")
                        .uri()
                        .getPath())
                .isEqualTo("/testing/form");
    }

    @Test
    void whoever_comes_to_register_sees_the_registration() {
        HttpResponse<String> answer = SignIn.asNobody().get("/sign-up");
        assertThat(Jsoup.parse(answer.body()).select("form input[name=password-confirm]"))
                .as("%s", answer.uri())
                .hasSize(1);
    }

    @Test
    void the_sign_in_speaks_the_language_chosen_here() {
        Visitor visitor = SignIn.asNobody();
        visitor.post("/preferences/language", Map.of("language", "en", "to", "/"));
        assertThat(visitor.get("/sign-in").body()).contains("Mobile number, user name or e-mail");
        visitor.post("/preferences/language", Map.of("language", "zh", "to", "/"));
        assertThat(visitor.get("/sign-in").body()).contains("手机号、用户名或邮箱");
    }

    @Test
    void a_sign_in_never_leads_to_another_site() {
        assertThat(SignIn.as("operator-sun")
                        .get("/sign-in?to=//example.org/")
                        .uri()
                        .toString())
                .isEqualTo(SignIn.applicationUrl() + "/");
    }

    @Test
    void the_page_of_a_form_is_itself_or_the_nearest_above() {
        assertThat(table.nearestPage("/my/listings/17/confirm")).isEqualTo("/my/listings/17");
        assertThat(table.nearestPage("/register")).isEqualTo("/register");
        assertThat(table.nearestPage("/my/acting-for")).isEqualTo("/");
        assertThat(table.nearestPage("/")).isEqualTo("/");
    }

    @Test
    void a_form_sent_after_the_session_ended_leads_to_the_sign_in_for_its_page() {
        Visitor visitor = SignIn.asNobody();
        HttpResponse<String> answer = visitor.post("/my/acting-for", Map.of("name", "某某口罩厂"));
        assertThat(answer.uri().toString()).startsWith(keycloak);
        HttpResponse<String> arrived = visitor.signIn(answer, "coordinator-chen");
        assertThat(arrived.uri().getPath()).isEqualTo("/");
        assertThat(arrived.body()).contains("您的登录已过期，刚才的内容没有保存");
    }

    @Test
    void an_account_signs_out_and_lands_on_the_first_page() {
        Visitor visitor = SignIn.afresh("operator-sun");
        assertThat(visitor.page("/").select("a[href=/sign-out]")).hasSize(1);
        visitor.get("/sign-out");
        assertThat(visitor.page("/").select("a[href=/sign-out]")).isEmpty();
    }

    @Test
    void a_path_with_a_pattern_is_known_by_its_name() throws NoSuchMethodException {
        assertThat(Route.of(Patterned.class, Patterned.class.getDeclaredMethod("page")))
                .contains(new Route("GET", "/things/{id}/parts/{name}"));
    }

    @Path("/things/{id: [0-9]{1,3}}/")
    static final class Patterned {
        @jakarta.ws.rs.GET
        @Path("parts/{name}")
        public String page() {
            return "";
        }
    }

    /** Whoever has not signed in comes anew each time: a sign-in that is begun and left keeps a cookie for an hour. */
    private static Visitor asking(Caller caller, Visitor visitor) {
        return caller == Caller.VISITOR ? SignIn.asNobody() : visitor;
    }

    private Map<Route, Permission> rowsWithRoutes() {
        Map<Route, Permission> rows = new LinkedHashMap<>(table.rows());
        rows.keySet().retainAll(routes());
        return rows;
    }

    private static Set<Route> routes() {
        return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class) && !type.isInterface() && type != Patterned.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).map(method -> Route.of(type, method)))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static Answer expected(Permission permission, Caller caller) {
        boolean in = switch (permission) {
            case PUBLIC, DEV -> true;
            case SIGNED_IN -> caller != Caller.VISITOR;
            case MEMBER, KEEPER -> caller == Caller.MEMBER;
            case LIAISON -> caller == Caller.LIAISON || caller == Caller.OPERATOR;
            case LISTER -> caller == Caller.MEMBER || caller == Caller.LIAISON || caller == Caller.OPERATOR;
            case COORDINATOR -> caller == Caller.COORDINATOR || caller == Caller.OPERATOR;
            case OPERATOR -> caller == Caller.OPERATOR;
        };
        if (in) {
            return Answer.LET_IN;
        } else if (caller == Caller.VISITOR) {
            return Answer.ASKED_TO_SIGN_IN;
        }
        return permission == Permission.MEMBER || permission == Permission.KEEPER
                ? Answer.ASKED_TO_REGISTER
                : Answer.TURNED_AWAY;
    }

    private Answer answer(HttpResponse<String> response, Route route) {
        if (response.uri().toString().startsWith(keycloak)) {
            return Answer.ASKED_TO_SIGN_IN;
        } else if (response.statusCode() == 403) {
            return Answer.TURNED_AWAY;
        } else if (response.uri().getPath().equals("/register")
                && !route.path().startsWith("/register")
                && !route.path().equals("/sign-up")) {
            return Answer.ASKED_TO_REGISTER;
        }
        assertThat(response.statusCode()).as("%s answers", route).isIn(200, 404, 413, 422);
        return Answer.LET_IN;
    }

    /** A route with something that does not exist in place of each name: whoever is let in learns just that. */
    private static String concrete(Route route) {
        return route.path().replaceAll("\\{[^}]+}", "00000000-0000-4000-9000-00000000000f");
    }

    private Map<Caller, Visitor> callers() {
        Map<Caller, Visitor> callers = new EnumMap<>(Caller.class);
        callers.put(Caller.VISITOR, SignIn.asNobody());
        callers.put(Caller.LIAISON, SignIn.as("liaison-zhao"));
        callers.put(Caller.COORDINATOR, SignIn.as("coordinator-chen"));
        callers.put(Caller.OPERATOR, SignIn.as("operator-sun"));
        callers.put(Caller.MEMBER, aMember());
        return callers;
    }

    private static Visitor aMember() {
        Visitor member = SignIn.as("buyer-li");
        if (member.get("/my/organisation").uri().getPath().equals("/register")) {
            member.post(
                    "/register", Map.of("name", "青岛权限测试用品厂", "mobile", "13800000000", "place", "青岛", "makes", "口罩"));
        }
        return member;
    }
}
