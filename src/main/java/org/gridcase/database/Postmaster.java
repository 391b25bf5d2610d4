package org.gridcase.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The server process a database folder names in its {@code postmaster.pid}. */
record Postmaster(long pid, Instant startedAt) {
    /** The clock may have been set between; a pid taken over by another process differs by far more. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(20);

    /** What the file names, if there is a file; nothing if it was cut short by a crash. */
    static Optional<Postmaster> of(Path database) {
        try {
            Path file = file(database);
            return Files.exists(file) ? parse(Files.readAllLines(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Postmaster> parse(List<String> lines) {
        if (lines.size() < 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Path file(Path database) {
        return database.resolve("postmaster.pid");
    }

    /**
     * True only if that process lives, is a PostgreSQL server and works in this folder: after a crash its pid may belong
     * to anybody.
     */
    boolean serves(Path database) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .filter(Postmaster::isServer)
                .filter(info -> worksIn(database, info))
                .isPresent();
    }

    /** Waits until it no longer serves this folder; its pid file goes a moment before the process does. */
    boolean endsWithin(Duration patience, Path database) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (serves(database)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    private static boolean isServer(ProcessHandle.Info info) {
        return info.command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
    }

    private boolean worksIn(Path database, ProcessHandle.Info info) {
        Path workingFolder = Path.of("/proc", Long.toString(pid), "cwd");
        try {
            return Files.exists(workingFolder)
                    ? Files.isSameFile(workingFolder, database)
                    : info.startInstant().filter(this::isMine).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isMine(Instant start) {
        return Duration.between(start, startedAt).abs().compareTo(CLOCK_TOLERANCE) <= 0;
    }
}
