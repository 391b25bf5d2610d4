package org.gridcase.testing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the text model learns takes a core some twenty seconds: one test's application learns, the others remember. */
final class LearntOnce {
    private static final Path BUILT = Path.of("target").toAbsolutePath();
    private static final Path LEARNT = BUILT.resolve("test-data").resolve("learnt");

    private LearntOnce() {}

    /** Lets an application of that data folder read and write there what any of them has learnt. */
    static void in(String dataFolder) {
        Path folder = Path.of(dataFolder).toAbsolutePath();
        if (!folder.startsWith(BUILT)) {
            return;
        }
        try {
            Files.createDirectories(LEARNT);
            Files.createDirectories(folder);
            Files.createSymbolicLink(folder.resolve("assistant"), LEARNT);
        } catch (FileAlreadyExistsException done) {
            // by a test before
        } catch (IOException | UnsupportedOperationException noLinksHere) {
            // then it learns for itself
        }
    }
}
