package org.gridcase.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Where everything of one copy of GridCase lives, and what is called what in it. */
record DataFolder(Path root) {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    static DataFolder of(String path) {
        return new DataFolder(Path.of(path).toAbsolutePath().normalize());
    }

    /** Makes the folder if need be, closed to other users. */
    void create() {
        try {
            Files.createDirectories(root, ownersOnly("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path lock() {
        return root.resolve("gridcase.lock");
    }

    Path password() {
        return root.resolve("postgres.password");
    }

    Path database() {
        return root.resolve("postgres");
    }

    /** Where a database grows up before it is moved to its place. */
    Path unfinishedDatabase() {
        return root.resolve("postgres.unfinished");
    }

    Path programs() {
        return root.resolve("programs");
    }

    /** What the last program of PostgreSQL said. */
    Path output() {
        return root.resolve("postgres.out");
    }

    static FileAttribute<?>[] ownersOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
