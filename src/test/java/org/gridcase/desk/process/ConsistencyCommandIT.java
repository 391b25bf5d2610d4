package org.gridcase.desk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridcase.GridCase;
import org.gridcase.desk.CaseWalks;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code --gridcase.command=check-consistency} as a program of its own, on the database of a running one. */
@CityTest
class ConsistencyCommandIT {
    private static final Path FOLDER = Path.of("target", "test-data", "command");

    @Autowired
    Flow flow;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Test
    void endsWithWhatItFound() throws Exception {
        CaseId id = CaseWalks.reported(flow, "核对");

        Ended well = run(theDatabase());
        assertThat(well.exit()).as(well.said()).isZero();
        assertThat(well.said()).contains("1 cases, 0 differences");

        jdbc.sql("update city_case set stage = 'CHECKING' where id = ?")
                .param(id.value())
                .update();
        Ended ill = run(theDatabase());
        assertThat(ill.exit()).as(ill.said()).isEqualTo(1);
        assertThat(ill.said())
                .contains("DIFFERENT elsewhere " + id + " stage CHECKING, process at fileCase")
                .contains("1 cases, 1 differences");
    }

    @Test
    void aFolderThatHoldsNothingIsLeftAsItIs() throws Exception {
        Ended ended = run();
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.said()).contains(FOLDER.getFileName().toString(), "check-consistency", "--gridcase.data-dir");
        assertThat(FOLDER.resolve("postgres")).doesNotExist();
    }

    private record Ended(int exit, String said) {}

    private String[] theDatabase() {
        return new String[] {
            "--spring.datasource.url=" + environment.getRequiredProperty("spring.datasource.url"),
            "--spring.datasource.username=postgres"
        };
    }

    private static Ended run(String... database) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                GridCase.class.getName(),
                "--gridcase.command=check-consistency",
                "--gridcase.data-dir=" + FOLDER.toAbsolutePath()));
        command.addAll(List.of(database));
        var program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(program.exitValue(), said);
    }
}
