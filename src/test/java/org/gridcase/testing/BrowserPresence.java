package org.gridcase.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds the browser and its driver on the path, and decides what it means if they are missing. */
class BrowserPresence implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext test) {
        check(
                program("chromium").isPresent() && program("chromedriver").isPresent(),
                "required".equals(System.getProperty("gridcase.browser")),
                test.getDisplayName());
    }

    static void check(boolean present, boolean required, String test) {
        if (present) {
            return;
        }
        String why = "BROWSER TEST SKIPPED: " + test + ": no chromium and chromedriver on the PATH";
        if (required) {
            throw new IllegalStateException(why.replace("SKIPPED", "IMPOSSIBLE"));
        }
        System.err.println(why);
        Assumptions.abort(why);
    }

    static Optional<Path> program(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
