package org.gridcase.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridcase.casework.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many cases were due when, and how many of them late: ended ones from counts that follow each closing, open ones
 * from their own rows.
 */
@Component
public class DueCounts {
    public static final int MOST_DAYS = 92;
    /** Taken by whoever takes changes over, so that no two do at once. */
    private static final long LOCK = 7_250_350_035L;

    private static final Narrowing.Columns COUNTED =
            new Narrowing.Columns("district", "street", null, "unit", "service_group", true);

    private static final String TAKE_OVER = """
            with taken as (delete from due_change returning *)
            insert into due_count
            select hour, district, coalesce(street, '*'), coalesce(unit, '*'), coalesce(service_group, '*'),
              sum(due), sum(late)
            from taken
            group by grouping sets ((hour, district, street, unit, service_group), (hour, district, service_group),
              (hour, district))
            order by 1, 2, 3, 4, 5
            on conflict (hour, district, street, unit, service_group) do update
              set due = due_count.due + excluded.due, late = due_count.late + excluded.late""";

    private static final String TREND = """
            with due (at, due, late) as (
              select hour, due, late from due_count where hour >= :from and hour < :until and %s
              union all select hour, due, late from due_change where hour >= :from and hour < :until and %s
              union all select due_at, 1, (due_at < :now)::int from open_case
              where due_at >= :from and due_at < :until and %s),
            here as (select at at time zone :zone as at, due, late from due)
            select at::date as day, extract(isodow from at)::int * 24 + extract(hour from at)::int as hour,
              sum(due)::int as due, sum(late)::int as late
            from here group by grouping sets ((1), (2))""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    DueCounts(JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    @Scheduled(fixedDelayString = "${gridcase.clock.counts:10s}")
    @Transactional
    public void takeOver() {
        boolean alone = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
        if (alone) {
            jdbc.sql(TAKE_OVER).update();
        }
    }

    /** All that follows the cases, made anew from them; nobody moves a case meanwhile. */
    @Transactional
    public void remake() {
        jdbc.sql("select remake_deadlines()").query().listOfRows();
    }

    /** Until the end of today, by the city's days; of a class, those of its whole group. */
    @Transactional(readOnly = true)
    public Trend trend(DeadlineQuery asked, int days, Sight sight) {
        LocalDate last = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate first = last.minusDays(Math.max(1, Math.min(days, MOST_DAYS)) - 1L);
        Map<LocalDate, Due> byDay = new HashMap<>();
        Map<Integer, Due> byHour = new HashMap<>();
        var counted = Narrowing.of(asked, sight, COUNTED);
        var open = Narrowing.of(asked.byGroup(), sight, OpenCases.COLUMNS);
        String sums = counted.sql() + " and " + sums(asked, sight);
        jdbc.sql(TREND.formatted(sums, counted.sql(), open.sql()))
                .params(open.values())
                .params(counted.values())
                .param("from", first.atStartOfDay(zone).toOffsetDateTime())
                .param("until", last.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("zone", zone.getId())
                .query(row -> {
                    put(row, byDay, byHour);
                });
        return new Trend(days(first, last, byDay), hours(byHour));
    }

    /** The coarsest counts that answer it. */
    private static String sums(DeadlineQuery asked, Sight sight) {
        boolean fine = asked.street() != null
                || asked.unit() != null
                || !sight.areas().isEmpty()
                || !sight.units().isEmpty();
        if (fine) {
            return "street <> '*'";
        }
        return asked.kind() == null ? "street = '*' and service_group = '*'" : "street = '*' and service_group <> '*'";
    }

    private static void put(ResultSet row, Map<LocalDate, Due> byDay, Map<Integer, Due> byHour) throws SQLException {
        var due = new Due(row.getInt("due"), row.getInt("late"));
        if (row.getDate("day") != null) {
            byDay.put(row.getObject("day", LocalDate.class), due);
        } else {
            byHour.put(row.getInt("hour"), due);
        }
    }

    private static List<Trend.Day> days(LocalDate first, LocalDate last, Map<LocalDate, Due> byDay) {
        return first.datesUntil(last.plusDays(1))
                .map(day -> new Trend.Day(day, byDay.getOrDefault(day, Due.NONE)))
                .toList();
    }

    private static List<List<Due>> hours(Map<Integer, Due> byHour) {
        List<List<Due>> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Due> hours = new ArrayList<>();
            for (int hour = 0; hour < 24; hour++) {
                hours.add(byHour.getOrDefault(day.getValue() * 24 + hour, Due.NONE));
            }
            week.add(hours);
        }
        return week;
    }

    /** @param late of those due */
    public record Due(int due, int late) {
        static final Due NONE = new Due(0, 0);
    }

    /** @param week Monday first, 24 hours of each day: of all weeks together */
    public record Trend(List<Day> days, List<List<Due>> week) {

        /** One day's. */
        public record Day(LocalDate day, Due count) {}
    }
}
