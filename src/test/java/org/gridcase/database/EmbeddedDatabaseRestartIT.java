package org.gridcase.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmbeddedDatabaseRestartIT {
    @TempDir
    static Path folder;

    @BeforeAll
    static void firstStart() throws Exception {
        try (var copy = running()) {
            copy.ask("create table note (id int primary key, text varchar)");
        }
    }

    @AfterEach
    void nothingIsLeftRunning() {
        assertThat(Postmaster.of(database())).isEmpty();
    }

    @Test
    void keepsWhatWasWrittenOverARestart() throws Exception {
        try (var copy = running()) {
            copy.ask("insert into note values (1, '井盖')");
        }
        try (var copy = running()) {
            assertThat(copy.ask("select text from note where id = 1")).isEqualTo("井盖");
        }
    }

    @Test
    void keepsWhatWasWrittenWhenKilledAndStopsTheServerLeftBehind() throws Exception {
        Postmaster orphan = killedAfter("insert into note values (2, 'kept')");
        assertThat(orphan.serves(database())).isTrue();

        try (var copy = running()) {
            assertThat(copy.ask("select text from note where id = 2")).isEqualTo("kept");
            assertThat(orphan.serves(database())).isFalse();
        }
    }

    @Test
    void recoversWhenTheServerWasKilledToo() throws Exception {
        Postmaster orphan = killedAfter("insert into note values (3, 'kept')");
        kill(orphan);

        try (var copy = running()) {
            assertThat(copy.ask("select text from note where id = 3")).isEqualTo("kept");
        }
    }

    @Test
    void refusesAFolderInUseInWordsAndLeavesItsOwnerAlone() throws Exception {
        try (var owner = running();
                var second = Copy.launch(folder)) {
            assertThat(second.lastWords())
                    .contains("正在被另一个网格案进程使用", "is in use by another GridCase process")
                    .contains(folder.toString(), Long.toString(owner.pid()))
                    .doesNotContain("\tat ");
            assertThat(second.exitCode()).isNotZero();
            assertThat(owner.ask("select 7")).isEqualTo("7");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "postgres"})
    void leavesAProcessAloneThatGotThePidOfADeadServer(String workingFolder) throws Exception {
        Process stranger = new ProcessBuilder("cat")
                .directory(folder.resolve(workingFolder).toFile())
                .start();
        try {
            namesAsItsServer(stranger.pid());
            try (var copy = running()) {
                assertThat(copy.ask("select 7")).isEqualTo("7");
                assertThat(stranger.isAlive()).isTrue();
            }
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void leavesTheServerOfAnotherFolderAlone(@TempDir Path other) throws Exception {
        try (var neighbour = running(other)) {
            namesAsItsServer(
                    Postmaster.of(other.resolve("postgres")).orElseThrow().pid());
            try (var copy = running()) {
                assertThat(copy.ask("select 7")).isEqualTo("7");
                assertThat(neighbour.ask("select 8")).isEqualTo("8");
            }
        }
    }

    @Test
    void refusesTheFolderOfAnotherMajorVersion(@TempDir Path other) throws Exception {
        Files.createDirectory(other.resolve("postgres"));
        Files.writeString(other.resolve("postgres/PG_VERSION"), "17\n");
        Files.writeString(other.resolve("postgres.password"), "whatever");

        assertRefused(other, "PostgreSQL 17", "PostgreSQL 18");
    }

    @Test
    void refusesAFolderThatIsNoDatabaseAndLeavesItAsItIs(@TempDir Path other) throws Exception {
        Files.createDirectory(other.resolve("postgres"));
        Path file = Files.writeString(other.resolve("postgres/thesis.txt"), "mine");
        Files.writeString(other.resolve("postgres.password"), "whatever");

        assertRefused(other, "holds other files");
        assertThat(file).hasContent("mine");
    }

    @Test
    void refusesADatabaseWhosePasswordIsGone(@TempDir Path other) throws Exception {
        Files.createDirectory(other.resolve("postgres"));

        assertRefused(other, "postgres.password");
    }

    @Test
    void startsOverWhereTheFirstStartWasCutShort(@TempDir Path other) throws Exception {
        Files.createDirectory(other.resolve("postgres.unfinished"));
        Files.writeString(other.resolve("postgres.unfinished/PG_VERSION"), "18\n");
        Files.createDirectories(other.resolve("programs/unfinished/bin"));

        try (var copy = running(other)) {
            assertThat(copy.ask("select 7")).isEqualTo("7");
        }
    }

    private static Copy running() throws IOException {
        return running(folder);
    }

    private static Copy running(Path folder) throws IOException {
        var copy = Copy.launch(folder);
        copy.url();
        return copy;
    }

    /** The server that outlived its parent. */
    private static Postmaster killedAfter(String sql) throws Exception {
        try (var copy = running()) {
            copy.ask(sql);
            copy.kill();
            return Postmaster.of(database()).orElseThrow();
        }
    }

    private static void assertRefused(Path folder, String... words) throws Exception {
        try (var copy = Copy.launch(folder)) {
            assertThat(copy.lastWords()).contains(words).doesNotContain("\tat ");
            assertThat(copy.exitCode()).isNotZero();
        }
    }

    private static void namesAsItsServer(long pid) throws IOException {
        Files.write(
                Postmaster.file(database()),
                List.of(
                        Long.toString(pid),
                        database().toString(),
                        Long.toString(Instant.now().getEpochSecond()),
                        "5432",
                        "",
                        "127.0.0.1"));
    }

    private static void kill(Postmaster server) {
        ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
        assertThat(server.endsWithin(Duration.ofSeconds(30), database())).isTrue();
    }

    private static Path database() {
        return folder.resolve("postgres");
    }
}
