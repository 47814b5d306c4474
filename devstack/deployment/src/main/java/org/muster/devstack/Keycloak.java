package org.muster.devstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Keycloak with the production realm, whose placeholders get values for this machine, and a few people to sign in as. */
final class Keycloak extends Server {

    static final String CLIENT_SECRET = "muster-dev-client-secret-of-this-machine-only";
    static final String SERVICE_SECRET = "muster-dev-service-secret-of-this-machine-only";

    private final Path distribution;
    private final Path realm;
    private final Path stateOfTests;
    private final Mode mode;

    Keycloak(ProjectFolder project, Path state, Mode mode) {
        super("Keycloak", state, mode.port(8180));
        this.mode = mode;
        this.distribution = Folders.only(project.distributions(), "keycloak-");
        this.realm = project.realm();
        this.stateOfTests = project.state(Mode.TEST.folder());
    }

    @Override
    void prepare() throws IOException {
        // A home of its own: the server writes its build and its data there.
        if (!Files.exists(home())) {
            var fresh = folder().resolve("home.new");
            Folders.delete(fresh);
            Folders.copy(built(), fresh, ".jar", "data");
            Files.move(fresh, home());
        }
        var definition = realmForThisMachine();
        var users = Files.readString(realm.resolve("dev-users.json"));
        var fingerprint = fingerprint(definition + users);
        var known = folder().resolve("realm.sha256");
        if (mode == Mode.TEST
                || !Files.exists(known)
                || !Files.readString(known).equals(fingerprint)) {
            // An import skips a realm that exists, so a changed definition starts from nothing. Everybody keeps
            // their id, since the definition carries it. Tests start from nothing each time: with every organisation
            // that one of the people ever founded, each of their sign-ins takes longer.
            Folders.delete(home().resolve("data"));
            var imports = Files.createDirectories(home().resolve("data/import"));
            Files.writeString(imports.resolve("muster-realm.json"), definition);
            Files.writeString(imports.resolve("muster-users-0.json"), users);
            Files.writeString(known, fingerprint);
        }
    }

    @Override
    List<String> command() {
        var command = new ArrayList<>(OrdinaryUser.ownSession());
        command.addAll(List.of(
                home().resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port(),
                // One issuer, whichever name of this machine a request used.
                "--hostname=" + url(),
                "--log-level=warn,org.keycloak.events:info"));
        return command;
    }

    @Override
    Map<String, String> environment() {
        return Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx384m",
                "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1",
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", "muster-dev");
    }

    @Override
    boolean isHealthy() {
        return answersOk("http://127.0.0.1:" + port() + "/realms/muster");
    }

    String url() {
        return "http://localhost:" + port();
    }

    String realmUrl() {
        return url() + "/realms/muster";
    }

    private Path home() {
        return folder().resolve("home-" + distribution.getFileName());
    }

    /** Half a minute of building is spared where the tests' own one has been built already. */
    private Path built() {
        var ofTests = stateOfTests.resolve("keycloak").resolve(home().getFileName());
        return Files.isRegularFile(ofTests.resolve("lib/quarkus/build-system.properties")) ? ofTests : distribution;
    }

    /** In production Keycloak itself fills the placeholders from its environment. */
    private String realmForThisMachine() throws IOException {
        return Files.readString(realm.resolve("muster-realm.json"))
                // Whatever port the application got, and tests get a new one each time.
                .replace("\"${MUSTER_PUBLIC_URL}/*\"", "\"http://localhost:*\", \"http://127.0.0.1:*\"")
                .replace("${MUSTER_PUBLIC_URL}", "http://localhost:8080")
                .replace("${MUSTER_CLIENT_SECRET}", CLIENT_SECRET)
                .replace("${MUSTER_SERVICE_SECRET}", SERVICE_SECRET);
    }

    private static String fingerprint(String text) {
        try {
            var digest = java.security.MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
