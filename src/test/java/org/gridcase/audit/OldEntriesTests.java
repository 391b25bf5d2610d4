package org.gridcase.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.gridcase.testing.PostgresForTests;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class OldEntriesTests {

    @Test
    void whatWasRecordedBeforeThereWasAChainIsItsBeginning() {
        var database = new DriverManagerDataSource(PostgresForTests.newDatabase(), "postgres", "");
        Flyway.configure().dataSource(database).target("15").load().migrate();
        var jdbc = JdbcClient.create(database);
        jdbc.sql("""
                insert into audit_entry (at, actor, action, subject, reason, detail) values
                  ('2026-11-22T15:59:59.5Z', 'admin', 'case.move', 'one', '原因', '{"to": "route", "from": ["a"]}'),
                  ('2026-11-22T16:00:00Z', 'admin', 'process.end', 'two', null, '{}')""").update();

        Flyway.configure().dataSource(database).load().migrate();

        var check = new ChainCheck(jdbc, Clock.systemUTC());
        Verdict verdict = check.run(day -> {});
        assertThat(verdict.flaw()).isNull();
        assertThat(verdict.entries()).isEqualTo(2);
        assertThat(verdict.days()).isEqualTo(2);
        assertThat(jdbc.sql("select subject_kind || ' ' || subject || ' ' || coalesce(reason, '-') from audit_entry"
                                + " order by number")
                        .query(String.class)
                        .list())
                .containsExactly("case one 原因", "process two -");
    }
}
