package org.gridcase.desk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gridcase.GridCase;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.desk.CaseWalks;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.gridcase.testing.JavaProgram;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code --gridcase.command=…} as a program of its own, on the database of a running one. */
@CityTest
class ConsistencyCommandIT {
    private static final Path FOLDER = Path.of("target", "test-data", "command");

    @Autowired
    Audit audit;

    @Autowired
    Flow flow;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Test
    void endsWithWhatItFound() throws Exception {
        CaseId id = CaseWalks.reported(flow, "核对");

        Ended well = run("check-consistency", theDatabase());
        assertThat(well.exit()).as(well.said()).isZero();
        assertThat(well.said()).contains("1 cases, 0 differences");

        jdbc.sql("update city_case set stage = 'CHECKING' where id = ?")
                .param(id.value())
                .update();
        Ended ill = run("check-consistency", theDatabase());
        assertThat(ill.exit()).as(ill.said()).isEqualTo(1);
        assertThat(ill.said())
                .contains("DIFFERENT elsewhere " + id + " stage CHECKING, process at fileCase")
                .contains("1 cases, 1 differences");
    }

    @Test
    void aFolderThatHoldsNothingIsLeftAsItIs() throws Exception {
        Ended ended = run("check-consistency");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.said()).contains(FOLDER.getFileName().toString(), "check-consistency", "--gridcase.data-dir");
        assertThat(FOLDER.resolve("postgres")).doesNotExist();
    }

    @Test
    void theAuditIsVerifiedByTheSameProgram() throws Exception {
        audit.note(new AuditEntry("admin", "case.move", new Subject("case", "1"), "原因", Map.of()));

        Ended well = run("verify-audit", theDatabase());
        assertThat(well.exit()).as(well.said()).isZero();
        assertThat(well.said()).contains("entries sound, ");

        jdbc.sql("set session_replication_role = replica; update audit_chain set actor = 'other' where number = 1;"
                        + " set session_replication_role = origin")
                .update();
        Ended ill = run("verify-audit", theDatabase());
        assertThat(ill.exit()).as(ill.said()).isEqualTo(1);
        assertThat(ill.said()).containsPattern("BROKEN \\d{4}-\\d\\d-\\d\\d number 1 hash");
    }

    private record Ended(int exit, String said) {}

    private String[] theDatabase() {
        return new String[] {
            "--spring.datasource.url=" + environment.getRequiredProperty("spring.datasource.url"),
            "--spring.datasource.username=postgres"
        };
    }

    private static Ended run(String name, String... database) throws IOException, InterruptedException {
        var command = JavaProgram.command("-Xmx768m", GridCase.class);
        command.addAll(List.of("--gridcase.command=" + name, "--gridcase.data-dir=" + FOLDER.toAbsolutePath()));
        command.addAll(List.of(database));
        var program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(program.exitValue(), said);
    }
}
