package org.gridcase.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who tampers here is the owner of the tables, whom no trigger stops; every tampering is rolled back. */
@AuditTest
class ChainCheckTests {
    @Autowired
    Audit audit;

    @Autowired
    ChainCheck check;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    private final Subject person = new Subject("person", UUID.randomUUID().toString());
    private long first;

    @BeforeEach
    void fourEntriesOnTwoDays() {
        first = told("原因一");
        told("原因二");
        ((HandClock) clock).turn(Duration.ofDays(1));
        told("原因三");
        told("原因四");
    }

    private long told(String reason) {
        audit.note(new AuditEntry("admin", "case.move", person, reason, Map.of("to", "route", "name", "张三")));
        return jdbc.sql("select number from audit_head").query(Long.class).single();
    }

    @Test
    void anUntouchedChainIsSound() {
        Verdict verdict = check.run(day -> {});

        assertThat(verdict.sound()).isTrue();
        assertThat(verdict.entries()).isEqualTo(first + 3);
        assertThat(verdict.days()).isGreaterThanOrEqualTo(2);
        assertThat(check.last()).hasValueSatisfying(last -> {
            assertThat(last.flaw()).isNull();
            assertThat(last.entries()).isEqualTo(first + 3);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'leader'",
                "action = 'case.annul'",
                "subject = 'other'",
                "subject_kind = 'case'",
                "at = at + interval '1 microsecond'",
                "day = day + 1",
                "digest = sha256('other')",
                "hash = sha256('other')"
            })
    void aChangedRowIsNamed(String change) {
        assertBroken(Flaw.Kind.HASH, first + 1, "update audit_chain set " + change + " where number = :second");
    }

    @Test
    void aRemovedRowIsNamed() {
        assertBroken(Flaw.Kind.GAP, first + 1, "delete from audit_chain where number = :second");
    }

    @Test
    void aRemovedEndIsNamed() {
        assertBroken(Flaw.Kind.GAP, first + 2, "delete from audit_chain where number >= :third");
    }

    @Test
    void rowsNumberedAnewAfterOneWasRemovedAreNamed() {
        assertBroken(
                Flaw.Kind.HASH,
                first + 1,
                "delete from audit_chain where number = :second",
                "update audit_chain set number = number - 1 where number = :third",
                "update audit_chain set number = number - 1 where number = :third + 1",
                "update audit_head set number = number - 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor, action, at, day, digest", "actor, action, at, day, digest, hash"})
    void aSwappedPairIsNamed(String columns) {
        audit.note(new AuditEntry("leader", "case.annul", person, null, Map.of()));
        assertBroken(
                Flaw.Kind.ORDER,
                first + 1,
                "create temporary table pair on commit drop as select * from audit_chain",
                "update audit_chain c set (" + columns + ") = (select " + columns
                        + " from pair p where p.number = :second + :third - c.number) where number in (:second, :third)");
    }

    @Test
    void aChangedPayloadIsNamed() {
        assertBroken(
                Flaw.Kind.PAYLOAD,
                first + 1,
                "update audit_payload set payload = replace(payload, '原因二', '原因三') where number = :second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_payload where number = :second",
                "update audit_payload set salt = null, payload = null where number = :second"
            })
    void aPayloadThatIsGoneWithoutAnErasureOnRecordIsNamed(String change) {
        assertBroken(Flaw.Kind.PAYLOAD, first + 1, change);
    }

    @Test
    void anErasedPersonIsGoneAndTheChainStillSound() {
        int erased = audit.erase(person, "admin", "本人申请");

        assertThat(erased).isEqualTo(4);
        assertThat(check.run(day -> {}).flaw()).isNull();
        assertThat(jdbc.sql("select reason from audit_entry where subject = ? order by number")
                        .param(person.id())
                        .query((row, n) -> String.valueOf(row.getString(1)))
                        .list())
                .containsExactly("null", "null", "null", "null", "本人申请");
        assertThat(jdbc.sql("select count(*) from audit_payload p join audit_chain c using (number)"
                                + " where c.subject = ? and (p.payload like '%张三%' or p.salt is not null)")
                        .param(person.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select action from audit_chain order by number desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("audit.erase");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_chain set actor = 'other'",
                "delete from audit_chain",
                "truncate audit_chain",
                "delete from audit_payload",
                "truncate audit_payload",
                "update audit_payload set payload = '{}'",
                "delete from audit_head",
                "update audit_head set number = 0"
            })
    void theDatabaseRefusesToChangeWhatIsOnRecord(String change) {
        assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class);
        assertThat(check.run(day -> {}).flaw()).isNull();
    }

    @Test
    void theCommandPrintsEachDayAndEndsWithWhatItFound() {
        var well = new ByteArrayOutputStream();
        assertThat(VerifyCommand.verify(check, utf8(well))).isZero();
        assertThat(text(well)).contains("2026-11-23 ").contains((first + 3) + " entries sound");

        tampered(List.of("update audit_chain set actor = 'leader' where number = :second"), () -> {
            var ill = new ByteArrayOutputStream();
            assertThat(VerifyCommand.verify(check, utf8(ill))).isEqualTo(1);
            assertThat(text(ill)).containsPattern("BROKEN 20\\d\\d-\\d\\d-\\d\\d number " + (first + 1) + " hash");
        });
        tampered(List.of("alter table audit_chain rename to elsewhere"), () -> {
            var unreadable = new ByteArrayOutputStream();
            assertThat(VerifyCommand.verify(check, utf8(unreadable))).isEqualTo(2);
            assertThat(text(unreadable)).contains("UNREADABLE");
        });
    }

    private void assertBroken(Flaw.Kind kind, long number, String... changes) {
        tampered(List.of(changes), () -> {
            Verdict verdict = check.run(day -> {});
            assertThat(verdict.flaw()).isNotNull().satisfies(flaw -> {
                assertThat(flaw.kind()).isEqualTo(kind);
                assertThat(flaw.number()).isEqualTo(number);
            });
            assertThat(verdict.entries()).isEqualTo(number - 1);
        });
    }

    private void tampered(List<String> changes, Runnable then) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("set local session_replication_role = replica").update();
            changes.forEach(change -> {
                var sql = jdbc.sql(change.replace(":second", Long.toString(first + 1))
                        .replace(":third", Long.toString(first + 2)));
                sql.update();
            });
            then.run();
        });
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
