package org.gridcase.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/** The database folder and the server on it; used only while the folder's lock is held. */
record Cluster(DataFolder folder, Programs programs) {
    static final String SUPERUSER = "postgres";

    /** Crash recovery comes before the first connection. */
    private static final Duration START = Duration.ofSeconds(60);

    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration MAKE = Duration.ofSeconds(120);
    private static final int PORTS_TRIED = 3;

    /** Makes the folder ready to be served: there, of our version, nobody on it, passwords only. */
    void prepare() {
        try {
            if (Files.exists(folder.database())) {
                checkVersion();
                stopOrphan();
            } else {
                make();
            }
            Files.writeString(folder.database().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkVersion() throws IOException {
        Path version = folder.database().resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw DatabaseRefused.notADatabase(folder.database());
        }
        String found = Files.readString(version).strip();
        if (!found.equals(programs.version())) {
            throw DatabaseRefused.otherVersion(folder.database(), found, programs.version());
        }
    }

    /** Aside and then moved, so that a crash leaves no half of a database where a whole one is expected. */
    private void make() throws IOException {
        Path unfinished = folder.unfinishedDatabase();
        FileSystemUtils.deleteRecursively(unfinished);
        List<String> arguments = new ArrayList<>(List.of("--pgdata=" + unfinished));
        arguments.addAll(List.of("--username=" + SUPERUSER, "--pwfile=" + folder.password(), "--auth=scram-sha-256"));
        arguments.addAll(List.of("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        arguments.addAll(localeOfTheSystem());
        var made = programs.run("initdb", MAKE, arguments.toArray(String[]::new));
        if (!made.succeeded()) {
            throw DatabaseRefused.notStarted(unfinished, made.output());
        }
        Files.move(unfinished, folder.database(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Trigrams see Chinese as letters only if the C library's locale does; only Linux has this one. */
    private static List<String> localeOfTheSystem() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("linux")) {
            return List.of("--locale=C.UTF-8");
        }
        return system.startsWith("mac") ? List.of("--locale=en_US.UTF-8") : List.of();
    }

    /** Stops a server that outlived the process which started it; forgets one that is gone. */
    private void stopOrphan() throws IOException {
        Postmaster left = Postmaster.of(folder.database()).orElse(null);
        if (left != null && left.serves(folder.database())) {
            stop();
            if (!left.endsWithin(STOP, folder.database())) {
                throw DatabaseRefused.stillRunning(folder.database(), left.pid());
            }
        }
        // a pid that now belongs to somebody else would keep the server from starting
        Files.deleteIfExists(Postmaster.file(folder.database()));
    }

    /** The port it listens on. */
    int start() {
        for (int tried = 1; ; tried++) {
            int port = freePort();
            forgetFirstWords();
            var started = programs.run("pg_ctl", START.plusSeconds(10), startOn(port));
            if (started.succeeded()) {
                return port;
            }
            stop();
            if (tried == PORTS_TRIED || isFree(port)) {
                throw DatabaseRefused.notStarted(folder.database(), Programs.endOf(firstWords()));
            }
        }
    }

    /** What the server says before it writes its own log. */
    private Path firstWords() {
        return folder.database().resolve("start.log");
    }

    private void forgetFirstWords() {
        try {
            Files.deleteIfExists(firstWords());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] startOn(int port) {
        return new String[] {
            "start",
            "--wait",
            "--timeout=" + START.toSeconds(),
            "--pgdata=" + folder.database(),
            "--log=" + firstWords(),
            "--options=" + Settings.onPort(port)
        };
    }

    /** Ends sessions and writes a checkpoint; if that takes too long, stops at once and leaves the rest to recovery. */
    void stop() {
        if (!stop("fast")) {
            stop("immediate");
        }
    }

    private boolean stop(String mode) {
        if (!Files.exists(Postmaster.file(folder.database()))) {
            return true;
        }
        return programs.run(
                        "pg_ctl",
                        STOP.plusSeconds(10),
                        "stop",
                        "--wait",
                        "--timeout=" + STOP.toSeconds(),
                        "--mode=" + mode,
                        "--pgdata=" + folder.database())
                .succeeded();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
