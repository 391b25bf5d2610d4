package org.gridcase.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL's own programs, run as its rules demand: never as root. */
record Programs(Path home, DataFolder folder) {
    private static final boolean LINUX = System.getProperty("os.name", "").startsWith("Linux");
    private static final int LAST_LINES = 8;

    /** How a program ended and the end of what it said. */
    record Outcome(boolean succeeded, String output) {}

    static Programs in(DataFolder folder) {
        boolean root = LINUX && "root".equals(System.getProperty("user.name"));
        if (root && !LinuxUtils.isUnshareAvailable()) {
            throw DatabaseRefused.root(folder.root());
        }
        return new Programs(new Archive().unpackedUnder(folder.programs()), folder);
    }

    /** The major version they belong to, such as {@code 18}. */
    String version() {
        String said = run("postgres", Duration.ofSeconds(20), "--version").output();
        return said.replaceFirst("(?s).*\\(PostgreSQL\\) (\\d+).*", "$1");
    }

    Outcome run(String program, Duration patience, String... arguments) {
        try {
            Process process = builder(program, arguments).start();
            boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return new Outcome(ended && process.exitValue() == 0, endOf(folder.output()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder builder(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // a user namespace of its own: root outside, nobody inside
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        // a file and no pipe: the server inherits it and would otherwise hold the pipe open
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.output().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder;
    }

    /** The last lines of a file, or nothing if it is not there. */
    static String endOf(Path file) {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
