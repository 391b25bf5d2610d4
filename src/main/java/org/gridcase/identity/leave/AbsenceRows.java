package org.gridcase.identity.leave;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of all absences. */
@Component
class AbsenceRows {
    private static final String SELECT = "select * from absence a where ";

    private final JdbcClient jdbc;

    AbsenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Absence absence, Instant now) {
        jdbc.sql("""
                        insert into absence (id, staff, substitute, first_day, last_day, reason, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(absence.id())
                .param(absence.staff())
                .param(absence.substitute())
                .param(absence.firstDay())
                .param(absence.lastDay())
                .param(absence.reason())
                .param(absence.enteredBy())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void begin(UUID id, Instant now) {
        jdbc.sql("update absence set begun_at = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    void end(UUID id, String actor, Instant now) {
        jdbc.sql("update absence set ended_at = ?, ended_by = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), actor, id)
                .update();
    }

    void substitute(UUID id, @Nullable String substitute) {
        jdbc.sql("update absence set substitute = ? where id = ?")
                .param(substitute)
                .param(id)
                .update();
    }

    Optional<Absence> find(UUID id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query(AbsenceRows::read).optional();
    }

    /** For this transaction alone to change. */
    Optional<Absence> take(UUID id) {
        return jdbc.sql(SELECT + "id = ? for update")
                .param(id)
                .query(AbsenceRows::read)
                .optional();
    }

    /** The same, but none if another node is at it. */
    Optional<Absence> takeIfFree(UUID id) {
        return jdbc.sql(SELECT + "id = ? for update skip locked")
                .param(id)
                .query(AbsenceRows::read)
                .optional();
    }

    /** Those that should have begun or ended, what ends before what begins. */
    List<UUID> due(LocalDate today) {
        return jdbc.sql("""
                        select id from absence where ended_at is null
                          and (last_day < :today or begun_at is null and first_day <= :today)
                        order by last_day < :today desc, first_day limit 1000""").param("today", today).query(UUID.class).list();
    }

    /** Open ones in which somebody is away or stands in, in those days. */
    List<Absence> between(String person, LocalDate first, LocalDate last) {
        return jdbc.sql(SELECT + """
                        a.ended_at is null and (a.staff = :person or a.substitute = :person)
                          and a.first_day <= :last and a.last_day >= :first order by a.first_day""")
                .param("person", person)
                .param("first", first)
                .param("last", last)
                .query(AbsenceRows::read)
                .list();
    }

    /** Open ones, and those that ended lately, of whom this person may know. */
    List<Absence> seenBy(String reader, Instant since, int most) {
        return jdbc.sql(SELECT + """
                        (a.ended_at is null or a.ended_at > :since)
                          and (a.staff = :reader or a.substitute = :reader or (
                            exists (select 1 from grant_in_force m join leave_entered e on e.by_role = m.role
                              where m.staff = :reader)
                            and\s""" + Managing.OF_STAFF.formatted("a.staff", "reader") + """
                          ))
                        order by a.ended_at is not null, a.first_day, a.id limit :most""")
                .param("reader", reader)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(AbsenceRows::read)
                .list();
    }

    private static Absence read(ResultSet row, int n) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getString("staff"),
                row.getString("substitute"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"),
                row.getString("entered_by"),
                instant(row, "begun_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
