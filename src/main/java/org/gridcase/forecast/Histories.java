package org.gridcase.forecast;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the cases that were handled and ended last. */
@Component
class Histories {
    private static final String LAST = """
            select c.id, c.service_code, c.limit_amount, c.limit_kind, k.unit, k.counting, k.started_at, k.stopped_at,
              k.consumed_ms, k.budget_ms, k.late
            from (select * from city_case where closed_at is not null and unit is not null and service_code is not null
                  and limit_kind is not null order by closed_at desc limit ?) c
            join case_clock k on k.case_id = c.id and k.clock = 'HANDLING' and k.state = 'STOPPED'
            where k.unit is not null and k.stopped_at is not null and k.budget_ms > 0
            order by k.started_at, c.id""";

    private final JdbcClient jdbc;
    private final ZoneId zone;

    Histories(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    private record Line(
            UUID id,
            String serviceCode,
            String limit,
            String unit,
            boolean dayAndNight,
            Instant from,
            Instant to,
            double share,
            boolean late) {}

    /** In the order in which their time began. */
    @Transactional(readOnly = true)
    List<History> last(int most) {
        List<Line> lines = jdbc.sql(LAST)
                .param(most)
                .query((row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("service_code"),
                        row.getInt("limit_amount") + " " + row.getString("limit_kind"),
                        row.getString("unit"),
                        !row.getString("counting").equals("WORKING"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("stopped_at").toInstant(),
                        (double) row.getLong("consumed_ms") / row.getLong("budget_ms"),
                        row.getBoolean("late")))
                .list();
        Map<String, PriorityQueue<Instant>> open = new HashMap<>();
        List<History> histories = new ArrayList<>(lines.size());
        for (Line line : lines) {
            var others = open.computeIfAbsent(line.unit(), any -> new PriorityQueue<>(Comparator.naturalOrder()));
            while (!others.isEmpty() && others.peek().isBefore(line.from())) {
                others.remove();
            }
            histories.add(history(line, others.size()));
            others.add(line.to());
        }
        return histories;
    }

    private History history(Line line, int load) {
        var situation = new Situation(
                line.unit(),
                line.serviceCode(),
                line.limit(),
                line.dayAndNight(),
                LocalDateTime.ofInstant(line.from(), zone),
                load,
                0);
        return new History(situation, line.from(), line.share(), line.late(), moment(line.id()));
    }

    /** Anywhere, but the same each time. */
    private static double moment(UUID id) {
        long mix = id.getLeastSignificantBits() * 0x9E3779B97F4A7C15L;
        return ((mix ^ mix >>> 31) >>> 11) * 0x1.0p-53;
    }
}
