package org.muster.devstack;

import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.deployment.pkg.builditem.OutputTargetBuildItem;
import io.quarkus.runtime.LaunchMode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Announces the servers to Quarkus, which starts them before the application and hands it their addresses. */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
class ServersProcessor {

    @BuildStep
    DevServicesResultBuildItem servers(OutputTargetBuildItem output, LaunchModeBuildItem launchMode) {
        var project = ProjectFolder.above(output.getOutputDirectory());
        var mode = launchMode.getLaunchMode() == LaunchMode.DEVELOPMENT ? Mode.DEV : Mode.TEST;
        var addresses = new HashMap<String, Function<Servers, String>>();
        addresses.put("quarkus.datasource.jdbc.url", Servers::databaseUrl);
        addresses.put("quarkus.flyway.jdbc-url", Servers::databaseUrl);
        addresses.put("quarkus.elasticsearch.hosts", Servers::elasticsearchHost);
        addresses.put("quarkus.oidc.auth-server-url", Servers::realmUrl);
        addresses.put("quarkus.oidc-client.auth-server-url", Servers::realmUrl);
        addresses.put("muster.keycloak.url", Servers::keycloakUrl);
        if (mode == Mode.DEV && ApplicationPort.isOurs()) {
            addresses.put("quarkus.http.port", servers -> Integer.toString(servers.applicationPort()));
        }
        return DevServicesResultBuildItem.<Servers>owned()
                .name("muster-devstack")
                .description("PostgreSQL, Elasticsearch and Keycloak")
                // A constant: no edit of the application is a reason to start the servers again.
                .serviceConfig("constant")
                .config(Map.of(
                        "quarkus.datasource.password", PostgreSql.PASSWORD,
                        "quarkus.flyway.password", PostgreSql.PASSWORD,
                        "quarkus.oidc.credentials.secret", Keycloak.CLIENT_SECRET,
                        "quarkus.oidc-client.credentials.secret", Keycloak.SERVICE_SECRET))
                .startable(() -> new Servers(project, mode))
                .configProvider(addresses)
                .build();
    }
}
