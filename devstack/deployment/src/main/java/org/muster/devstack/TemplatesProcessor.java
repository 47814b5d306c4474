package org.muster.devstack;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.HotDeploymentWatchedFileBuildItem;
import io.quarkus.deployment.pkg.builditem.OutputTargetBuildItem;
import io.quarkus.qute.deployment.TemplatePathBuildItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Offers every file of {@code frontend-templates/} to Qute, checked like any other template, live in dev mode. */
class TemplatesProcessor {

    @BuildStep
    void templates(
            OutputTargetBuildItem output,
            BuildProducer<TemplatePathBuildItem> templates,
            BuildProducer<HotDeploymentWatchedFileBuildItem> watched)
            throws IOException {
        var root = ProjectFolder.above(output.getOutputDirectory()).templates();
        for (var path : contentsOf(root)) {
            // Folders are watched too: a new file shows as a change of its folder.
            watched.produce(new HotDeploymentWatchedFileBuildItem(path.toString(), true));
            if (Files.isRegularFile(path)) {
                templates.produce(template(root, path));
            }
        }
    }

    private static List<Path> contentsOf(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            return paths.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static TemplatePathBuildItem template(Path root, Path file) throws IOException {
        // No full path: with one, Qute would look for the file on the class path of the packaged application.
        return TemplatePathBuildItem.builder()
                .path(root.relativize(file).toString().replace('\\', '/'))
                .content(Files.readString(file, StandardCharsets.UTF_8))
                .source(file.toUri())
                .extensionInfo("frontend-templates")
                .build();
    }
}
