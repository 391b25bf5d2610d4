package org.gridcase.calendar;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calendars' rows. */
@Component
class CalendarTables {
    private static final String CITY = "";
    private static final String NEWEST =
            "select distinct on (district) * from calendar_version where year is null and purpose = ?"
                    + " order by district, version desc";
    private static final String NEWEST_YEARS = """
            select distinct on (district, year) * from calendar_version
            where year is not null order by district, year, version desc""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CalendarTables(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Until the transaction ends nobody else makes a version. */
    void lock() {
        jdbc.sql("lock table calendar_version in share row exclusive mode").update();
    }

    /** 0 before the first. */
    int newest() {
        return jdbc.sql("select coalesce(max(version), 0) from calendar_version")
                .query(Integer.class)
                .single();
    }

    int addHours(@Nullable String district, Purpose purpose, WorkingHours hours, Made made) {
        int version = newest() + 1;
        jdbc.sql("""
                        insert into calendar_version (version, district, purpose, weekdays, spans, made_at, made_by, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        version,
                        key(district),
                        purpose.name(),
                        hours.days().stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new),
                        hours.spans().stream().map(Spans::text).toArray(String[]::new),
                        made.at().atOffset(ZoneOffset.UTC),
                        made.by(),
                        made.reason())
                .update();
        return version;
    }

    int addYear(@Nullable String district, int year, List<SpecialDay> days, Made made) {
        int version = newest() + 1;
        jdbc.sql("""
                        insert into calendar_version (version, district, year, made_at, made_by, reason)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(version, key(district), year, made.at().atOffset(ZoneOffset.UTC), made.by(), made.reason())
                .update();
        batches.batchUpdate(
                "insert into calendar_day (version, day, working, name) values (?, ?, ?, ?)", days, 500, (row, day) -> {
                    row.setInt(1, version);
                    row.setObject(2, day.date());
                    row.setBoolean(3, day.working());
                    row.setString(4, day.name());
                });
        return version;
    }

    /** By district; the city's without one, under the empty key. */
    Map<String, WorkingHours> hours(Purpose purpose) {
        var hours = new HashMap<String, WorkingHours>();
        jdbc.sql(NEWEST)
                .param(purpose.name())
                .query((row, n) -> hours.put(row.getString("district"), hours(row)))
                .list();
        return hours;
    }

    /** By district and year. */
    Map<String, Map<Integer, List<SpecialDay>>> years() {
        Map<Integer, List<SpecialDay>> days = days();
        var years = new HashMap<String, Map<Integer, List<SpecialDay>>>();
        jdbc.sql(NEWEST_YEARS)
                .query((row, n) -> years.computeIfAbsent(row.getString("district"), any -> new HashMap<>())
                        .put(row.getInt("year"), days.getOrDefault(row.getInt("version"), List.of())))
                .list();
        return years;
    }

    private Map<Integer, List<SpecialDay>> days() {
        record Row(int version, SpecialDay day) {}
        return jdbc
                .sql("select d.* from calendar_day d join (" + NEWEST_YEARS + ") v using (version) order by d.day")
                .query((row, n) -> new Row(
                        row.getInt("version"),
                        new SpecialDay(
                                row.getObject("day", LocalDate.class),
                                row.getBoolean("working"),
                                row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::version, Collectors.mapping(Row::day, Collectors.toList())));
    }

    /** The last changes of this calendar, the newest first. */
    List<CalendarChange> changes(@Nullable String district, int most) {
        return jdbc.sql("select * from calendar_version where district = ? order by version desc limit ?")
                .params(key(district), most)
                .query((row, n) -> new CalendarChange(
                        row.getInt("version"),
                        district,
                        row.getObject("year", Integer.class),
                        Purpose.valueOf(row.getString("purpose")),
                        at(row),
                        row.getString("made_by"),
                        row.getString("reason")))
                .list();
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("made_at", OffsetDateTime.class).toInstant();
    }

    private static WorkingHours hours(ResultSet row) throws SQLException {
        Array days = row.getArray("weekdays");
        Set<DayOfWeek> weekdays =
                Arrays.stream((Integer[]) days.getArray()).map(DayOfWeek::of).collect(Collectors.toSet());
        String[] spans = (String[]) row.getArray("spans").getArray();
        return new WorkingHours(weekdays, Spans.parse(String.join(" ", spans)));
    }

    static String key(@Nullable String district) {
        return district == null ? CITY : district;
    }

    /** Who made a version, when and why. */
    record Made(Instant at, String by, String reason) {}
}
