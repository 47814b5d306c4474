package org.muster.devstack;

import java.nio.file.Files;
import java.nio.file.Path;

/** The root of the repository, found from the build's output folder, since dev mode and tests start in different ones. */
record ProjectFolder(Path root) {

    static ProjectFolder above(Path outputDirectory) {
        for (var folder = outputDirectory.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("frontend-templates"))
                    && Files.isRegularFile(folder.resolve("mvnw"))) {
                return new ProjectFolder(folder);
            }
        }
        throw new IllegalStateException("No folder above " + outputDirectory
                + " holds frontend-templates and mvnw: build inside the repository.");
    }

    Path templates() {
        return root.resolve("frontend-templates");
    }

    Path realm() {
        return root.resolve("src/main/resources/keycloak");
    }

    Path distributions() {
        return root.resolve(".devstack/dist");
    }

    Path state(String mode) {
        return root.resolve(".devstack/state").resolve(mode);
    }
}
