package org.gridcase.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmbeddedDatabaseSettingsIT {
    @TempDir
    static Path parent;

    static Path folder;
    static Copy copy;
    static String url;

    /** On a second start, after someone let everybody in. */
    @BeforeAll
    static void start() throws Exception {
        folder = parent.resolve("数据 folder");
        try (var first = Copy.launch(folder)) {
            first.url();
        }
        Files.writeString(folder.resolve("postgres/pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
        Files.writeString(folder.resolve("postgres/postgresql.auto.conf"), "fsync = off\nlisten_addresses = '*'\n");
        copy = Copy.launch(folder);
        url = copy.url();
    }

    @AfterAll
    static void stop() throws Exception {
        copy.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "server_encoding, UTF8"
    })
    void runsDurablyAndOnLoopbackWhateverItsConfigurationFilesSay(String setting, String value) throws Exception {
        try (Connection connection = connect("postgres", password());
                Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("show " + setting)) {
            assertThat(shown.next()).isTrue();
            assertThat(shown.getString(1)).isEqualTo(value);
        }
    }

    @Test
    void servesTheApplicationWithoutPrivileges() {
        assertThat(copy.ask("show is_superuser")).isEqualTo("off");
    }

    @Test
    void sortsByCodePointAndSeesChineseAsLetters() {
        copy.ask("create extension if not exists pg_trgm");

        assertThat(copy.ask("select datlocale from pg_database where datname = current_database()"))
                .isEqualTo("C.UTF-8");
        assertThat(copy.ask("select array_length(show_trgm('井盖破损'), 1)")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gridcase", "postgres"})
    void refusesAWrongPassword(String user) {
        assertThatThrownBy(() -> connect(user, "wrong"))
                .isInstanceOfSatisfying(SQLException.class, refusal -> assertThat(refusal.getSQLState())
                        .isEqualTo("28P01"));
    }

    @Test
    void letsInWhoKnowsThePassword() throws Exception {
        try (Connection connection = connect("gridcase", password())) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"postgres.password, rw-------", "'', rwx------", "postgres, rwx------"})
    void keepsItsFilesFromOtherUsers(String file, String permissions) throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                .isEqualTo(permissions);
    }

    private static String password() throws IOException {
        return Files.readString(folder.resolve("postgres.password"));
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
