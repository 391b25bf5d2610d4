package org.gridcase.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridcase.clock.Watch.State;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Watches as rows; whoever changes one holds its case. */
@Component
class WatchRows {
    private final JdbcClient jdbc;

    WatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Watch it) {
        jdbc.sql("""
                        insert into case_watch (id, case_id, district, watched_by, replier, reason, orders, began_at, asked_at,
                          due_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.timeOrdered(),
                        it.caseId().value(),
                        it.district(),
                        it.watchedBy(),
                        it.replier(),
                        it.reason(),
                        it.orders(),
                        it.beganAt().atOffset(ZoneOffset.UTC),
                        it.beganAt().atOffset(ZoneOffset.UTC),
                        it.dueAt().atOffset(ZoneOffset.UTC),
                        it.state().name())
                .update();
    }

    Optional<Watch> open(CaseId id) {
        return jdbc.sql("select * from case_watch where case_id = ? and ended_at is null")
                .param(id.value())
                .query(WatchRows::read)
                .optional();
    }

    Optional<Watch> last(CaseId id) {
        return jdbc.sql("select * from case_watch where case_id = ? order by id desc limit 1")
                .param(id.value())
                .query(WatchRows::read)
                .optional();
    }

    List<Watch> open(Set<String> districts, int most) {
        return jdbc.sql("select * from case_watch where district = any(?) and ended_at is null order by due_at limit ?")
                .params(districts.toArray(String[]::new), most)
                .query(WatchRows::read)
                .list();
    }

    Set<CaseId> open(Collection<CaseId> ids) {
        return jdbc.sql("select case_id from case_watch where case_id = any(?) and ended_at is null")
                .param(ids.stream().map(CaseId::value).toArray(UUID[]::new))
                .query((row, n) -> new CaseId(row.getObject(1, UUID.class)))
                .set();
    }

    void replied(CaseId id, String by) {
        jdbc.sql("update case_watch set state = 'REPLIED', replied_by = ? where case_id = ? and ended_at is null")
                .params(by, id.value())
                .update();
    }

    void again(CaseId id, Instant now) {
        jdbc.sql("""
                        update case_watch set state = 'ASKED', rounds = rounds + 1, asked_at = :now,
                          due_at = :now + (due_at - asked_at) where case_id = :id and ended_at is null""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void end(CaseId id, State how, Instant at) {
        jdbc.sql("update case_watch set state = ?, ended_at = ? where case_id = ? and ended_at is null")
                .params(how.name(), at.atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    /** Those whose reply is late and of which nobody has been told: whoever gets them tells. */
    List<Watch> late(Instant now, int most) {
        return jdbc.sql("""
                        update case_watch w set reminded = rounds from (
                          select id from case_watch where state = 'ASKED' and due_at < ? and reminded < rounds
                          order by due_at limit ? for update skip locked) late
                        where w.id = late.id returning w.*""")
                .params(now.atOffset(ZoneOffset.UTC), most)
                .query(WatchRows::read)
                .list();
    }

    private static Watch read(ResultSet row, int n) throws SQLException {
        return new Watch(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("district"),
                row.getString("watched_by"),
                row.getString("replier"),
                row.getString("reason"),
                row.getString("orders"),
                row.getTimestamp("began_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                State.valueOf(row.getString("state")),
                row.getInt("rounds"),
                row.getString("replied_by"),
                ClockRows.instant(row, "ended_at"));
    }
}
