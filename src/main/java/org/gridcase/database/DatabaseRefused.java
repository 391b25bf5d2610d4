package org.gridcase.database;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.ExitCodeGenerator;

/** The embedded database will not start, for a reason its owner can put right. */
final class DatabaseRefused extends RuntimeException implements ExitCodeGenerator {
    private final String key;
    private final List<String> arguments;

    private DatabaseRefused(String key, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments).stream().map(Object::toString).toList();
    }

    static DatabaseRefused inUse(Path folder, String pid) {
        return new DatabaseRefused("database.inUse", folder, pid);
    }

    static DatabaseRefused otherVersion(Path folder, String found, String brought) {
        return new DatabaseRefused("database.otherVersion", folder, found, brought);
    }

    /** A command works on what is there; a mistyped folder is not to become a new city. */
    static DatabaseRefused nothingThere(Path folder, String command) {
        return new DatabaseRefused("database.nothingThere", folder, command);
    }

    static DatabaseRefused notADatabase(Path folder) {
        return new DatabaseRefused("database.notADatabase", folder);
    }

    static DatabaseRefused passwordMissing(Path file) {
        return new DatabaseRefused("database.passwordMissing", file);
    }

    static DatabaseRefused stillRunning(Path folder, long pid) {
        return new DatabaseRefused("database.stillRunning", folder, pid);
    }

    static DatabaseRefused notStarted(Path folder, String output) {
        return new DatabaseRefused("database.notStarted", folder, output);
    }

    static DatabaseRefused root(Path folder) {
        return new DatabaseRefused("database.root", folder);
    }

    String key() {
        return key;
    }

    /** Texts, so that no formatter groups the digits of a pid. */
    List<String> arguments() {
        return arguments;
    }

    @Override
    public int getExitCode() {
        return 1;
    }
}
