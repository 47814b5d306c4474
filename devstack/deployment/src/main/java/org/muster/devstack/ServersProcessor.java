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
import java.util.function.Function;

/** Announces the servers to Quarkus, which starts them before the application and hands it their addresses. */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
class ServersProcessor {

    @BuildStep
    DevServicesResultBuildItem servers(OutputTargetBuildItem output, LaunchModeBuildItem launchMode) {
        var project = ProjectFolder.above(output.getOutputDirectory());
        var mode = launchMode.getLaunchMode() == LaunchMode.DEVELOPMENT ? Mode.DEV : Mode.TEST;
        var addresses = new HashMap<String, Function<DevService, String>>();
        Servers.addresses()
                .forEach((name, address) -> addresses.put(name, service -> address.apply(service.servers())));
        if (mode == Mode.DEV && ApplicationPort.isOurs()) {
            addresses.put(
                    "quarkus.http.port",
                    service -> Integer.toString(service.servers().applicationPort()));
        }
        return DevServicesResultBuildItem.<DevService>owned()
                .name("muster-devstack")
                .description("PostgreSQL, Elasticsearch and Keycloak")
                // A constant: no edit of the application is a reason to start the servers again.
                .serviceConfig("constant")
                .config(Servers.SECRETS)
                .startable(() -> new DevService(new Servers(project, mode)))
                .configProvider(addresses)
                .build();
    }
}
