package org.muster.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Signs people in through the real Keycloak: by a plain HTTP client for tests of pages and rules, in a browser for
 * tests of journeys. The sign-in asks for user name and password on one page, or, once there is an organisation, on two.
 */
public final class SignIn {

    /** Of every person in {@code keycloak/dev-users.json}. */
    private static final String PASSWORD = "muster-dev";

    /** Asks for a sign-in and exists in every test run, whatever pages the application has. */
    private static final String GUARDED = "/testing/who-am-i";

    /** Shorter than the life of a token, so that whoever gets a session has some of it left. */
    private static final Duration SESSION_IS_SHARED = Duration.ofMinutes(3);

    private static final Map<Seat, Session> SESSIONS = new ConcurrentHashMap<>();

    /** Who is signed in, and where. */
    private record Seat(String application, String username) {}

    /** What makes a browser signed in, and since when. */
    private record Session(List<HttpCookie> cookies, long since) {

        boolean lasts() {
            return System.nanoTime() - since < SESSION_IS_SHARED.toNanos();
        }
    }

    private SignIn() {}

    /**
     * A visitor who is signed in as that person: another window of the browser in which they signed in lately, since a sign-in takes longer
     * than most tests, and the longer the more organisations the person has founded. Whoever signs out takes {@link #afresh}.
     */
    public static Visitor as(String username) {
        return shared(applicationUrl(), username, SignIn::afresh);
    }

    /** A visitor who has just signed in as that person, in a session of their own. */
    public static Visitor afresh(String username) {
        var visitor = new Visitor();
        var answer = visitor.signIn(visitor.get(GUARDED), username);
        if (answer.statusCode() != 200 || !answer.body().contains(username)) {
            throw new AssertionError(username + " could not sign in: " + answer.uri() + " " + answer.statusCode() + "\n"
                    + answer.body());
        }
        return visitor;
    }

    /** As {@link #as}, at an application that runs elsewhere, such as the packaged one. */
    public static Visitor at(String application, String username) {
        return shared(application, username, who -> afreshAt(application, who));
    }

    private static Visitor afreshAt(String application, String username) {
        var visitor = new Visitor(application);
        var answer = visitor.signIn(visitor.get("/sign-in?to=/"), username);
        if (answer.statusCode() != 200 || !answer.uri().toString().startsWith(application)) {
            throw new AssertionError(username + " could not sign in: " + answer.uri() + " " + answer.statusCode() + "\n"
                    + answer.body());
        }
        return visitor;
    }

    private static Visitor shared(String application, String username, Function<String, Visitor> afresh) {
        var seat = new Seat(application, username);
        var session = SESSIONS.get(seat);
        if (session == null || !session.lasts()) {
            var visitor = afresh.apply(username);
            SESSIONS.put(seat, new Session(visitor.session(), System.nanoTime()));
            return visitor;
        }
        var visitor = new Visitor(application);
        visitor.continues(session.cookies());
        return visitor;
    }

    /** A visitor who has not signed in. */
    public static Visitor asNobody() {
        return new Visitor();
    }

    /** A visitor of an application that runs elsewhere. */
    public static Visitor asNobodyAt(String application) {
        return new Visitor(application);
    }

    /** Lets a browser go on where that person has signed in lately, in another window as it were, and leaves the page on the application. */
    public static void into(Page page, String username) {
        page.context()
                .addCookies(as(username).session().stream()
                        .map(cookie -> new Cookie(cookie.getName(), cookie.getValue())
                                .setUrl(applicationUrl())
                                .setHttpOnly(true))
                        .toList());
        page.navigate(applicationUrl() + GUARDED);
    }

    /** Signs in through the pages a person sees, and leaves the page on the application. */
    public static void through(Page page, String username) {
        page.navigate(applicationUrl() + GUARDED);
        page.locator("input[name=username]").fill(username);
        if (page.locator("input[name=password]").count() == 0) {
            page.locator("input[name=username]").press("Enter");
        }
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(applicationUrl() + "/**");
    }

    public static String applicationUrl() {
        // The name and not the number: cookies of the sign-in belong to it.
        return "http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    /** An HTTP client with cookies, which follows redirects and fills in forms. */
    public static final class Visitor {

        private final String application;
        private final CookieManager cookies = new PlainHttpCookies();
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(10))
                .build();

        private Visitor() {
            this(applicationUrl());
        }

        private Visitor(String application) {
            this.application = application;
        }

        public HttpResponse<String> get(String path) {
            return send(request(path).GET());
        }

        /** A file as it comes. */
        public HttpResponse<byte[]> file(String path) {
            return send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
        }

        public Document page(String path) {
            return parse(get(path));
        }

        /** Posts like a form of a page of ours, with its token against forged requests. */
        public HttpResponse<String> post(String path, Map<String, String> fields) {
            var all = new LinkedHashMap<>(fields);
            all.put("csrf-token", csrfToken());
            return send(request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(encoded(all))));
        }

        /** Posts like a form of ours that uploads. */
        public HttpResponse<String> upload(String path, Map<String, String> fields) {
            var boundary = "----a-form-of-the-tests";
            var all = new LinkedHashMap<>(fields);
            all.put("csrf-token", csrfToken());
            var body = new StringBuilder();
            all.forEach((name, value) -> body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value)));
            body.append("--").append(boundary).append("--\r\n");
            return send(request(path)
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        }

        /** Posts like a form of ours that uploads, with a file. */
        public HttpResponse<String> upload(
                String path, Map<String, String> fields, String fileField, String fileName, byte[] file) {
            var boundary = "----a-form-of-the-tests";
            var all = new LinkedHashMap<>(fields);
            all.put("csrf-token", csrfToken());
            var body = new ByteArrayOutputStream();
            all.forEach(
                    (name, value) -> body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(boundary, name, value)
                            .getBytes(StandardCharsets.UTF_8)));
            body.writeBytes(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                            .formatted(boundary, fileField, fileName)
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return send(request(path)
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        }

        /** Asks as a program does, with a token, when there is one. */
        public HttpResponse<String> getAs(String token, String path) {
            return send(as(token, path).GET());
        }

        public HttpResponse<String> postJsonAs(String token, String path, String body) {
            return send(as(token, path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        private HttpRequest.Builder as(String token, String path) {
            var request = request(path);
            return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
        }

        /** Posts what is no form, as a page elsewhere can make a browser do. */
        public HttpResponse<String> postPlain(String path, String body) {
            return send(
                    request(path).header("Content-Type", "text/plain").POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        /** Fills in the first form of the page that was answered, keeps its hidden fields, and sends it. */
        public HttpResponse<String> submit(HttpResponse<String> answer, Map<String, String> fields) {
            Element form = parse(answer).selectFirst("form[method=post]");
            if (form == null) {
                throw new AssertionError("No form on " + answer.uri() + ":\n" + answer.body());
            }
            var all = new LinkedHashMap<String, String>();
            for (var hidden : form.select("input[type=hidden]")) {
                all.put(hidden.attr("name"), hidden.attr("value"));
            }
            all.putAll(fields);
            return send(HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(encoded(all))));
        }

        /** Answers the pages of the sign-in that this visitor was led to. */
        public HttpResponse<String> signIn(HttpResponse<String> loginPage, String username) {
            // One page with both fields until the realm has its first organisation, two pages from then on.
            var passwordPage = loginPage.body().contains("name=\"password\"")
                    ? loginPage
                    : submit(loginPage, Map.of("username", username));
            return submit(passwordPage, Map.of("username", username, "password", PASSWORD));
        }

        private List<HttpCookie> session() {
            return cookies.getCookieStore().get(URI.create(application)).stream()
                    .filter(cookie -> cookie.getName().startsWith("q_session"))
                    .toList();
        }

        private void continues(List<HttpCookie> session) {
            session.forEach(
                    cookie -> cookies.getCookieStore().add(URI.create(application), (HttpCookie) cookie.clone()));
        }

        private String csrfToken() {
            for (var attempt = 0; attempt < 2; attempt++) {
                for (var cookie : cookies.getCookieStore().getCookies()) {
                    if (cookie.getName().equals("csrf-token")) {
                        return cookie.getValue();
                    }
                }
                get("/");
            }
            throw new AssertionError("The first page gave no token against forged requests");
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(application).resolve(path))
                    .header("Accept", "text/html,*/*;q=0.8")
                    .header("Accept-Language", "zh-CN");
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }

        private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
            try {
                return client.send(request.timeout(Duration.ofSeconds(30)).build(), body);
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        private static Document parse(HttpResponse<String> answer) {
            return Jsoup.parse(answer.body(), answer.uri().toString());
        }

        private static String encoded(Map<String, String> fields) {
            return fields.entrySet().stream()
                    .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                            + "="
                            + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
        }
    }

    /** Keycloak marks its cookies as secure; a browser lets that pass on this machine's own address, the JDK does not. */
    private static final class PlainHttpCookies extends CookieManager {

        PlainHttpCookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            super.put(uri, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    }
}
