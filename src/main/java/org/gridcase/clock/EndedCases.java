package org.gridcase.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.gridcase.casework.Sight;
import org.gridcase.casework.Stage;
import org.gridcase.clock.Page.Place;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases that have ended, the latest first, and only those that somebody may know of. */
@Component
@Transactional(readOnly = true)
public class EndedCases {
    /** How many days are looked through at once: more would be no page but a search through years. */
    public static final int MOST_DAYS = 92;

    private static final Narrowing.Columns COLUMNS =
            new Narrowing.Columns("c.district", "o.street", "o.grid", "c.unit", "c.service_code", false);
    private static final String EXEMPT = "exists (select from case_clock k where k.case_id = c.id and k.exempt)";

    private final JdbcClient jdbc;
    private final ZoneId zone;

    EndedCases(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** How it was with their time. */
    public enum Outcome {
        IN_TIME,
        LATE,
        EXEMPT
    }

    /**
     * @param first day on which they ended, at most {@link #MOST_DAYS} before the last
     * @param last day, itself included
     * @param after {@link Page#next} of the page before
     */
    public Page<EndedCase> find(
            DeadlineQuery asked,
            LocalDate first,
            LocalDate last,
            @Nullable Outcome outcome,
            @Nullable String after,
            int most,
            Sight sight) {
        LocalDate earliest = last.minusDays(MOST_DAYS - 1L);
        var narrowed = Narrowing.of(asked, sight, COLUMNS)
                .and("c.closed_at >= :from and c.closed_at < :until")
                .with(
                        "from",
                        (first.isBefore(earliest) ? earliest : first)
                                .atStartOfDay(zone)
                                .toOffsetDateTime())
                .with("until", last.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .with("limit", most + 1);
        if (outcome != null) {
            narrowed.and(
                    switch (outcome) {
                        case IN_TIME -> "c.stage = 'CLOSED' and not c.late";
                        case LATE -> "c.late and not " + EXEMPT;
                        case EXEMPT -> "c.late and " + EXEMPT;
                    });
        }
        if (!asked.stages().isEmpty()) {
            narrowed.and("c.stage = any(:stages)")
                    .with("stages", asked.stages().stream().map(Stage::name).toArray(String[]::new));
        }
        Place.parse(after).ifPresent(place -> narrowed.and("(c.closed_at, c.id) < (:at, :id)")
                .with("at", place.at().atOffset(ZoneOffset.UTC))
                .with("id", place.id()));
        List<EndedCase> found = jdbc.sql("""
                        select e.*, k.consumed_ms, k.budget_ms, coalesce(k.exempt, false) as exempt from (
                          select c.id, o.number, o.street, c.stage, c.service_code, c.unit, o.reported_at, c.closed_at, c.late
                          from city_case c join case_origin o on o.case_id = c.id
                          where c.closed_at is not null and\s""" + narrowed.sql() + """
                          order by c.closed_at desc, c.id desc limit :limit) e
                        left join lateral (select consumed_ms, budget_ms, bool_or(exempt) over () as exempt from case_clock
                          where case_id = e.id and clock in ('HANDLING', 'ON_SPOT')
                          order by started_at desc limit 1) k on true
                        order by e.closed_at desc, e.id desc""")
                .params(narrowed.values())
                .query(EndedCases::ended)
                .list();
        return Page.of(found, most, one -> Place.of(one.closedAt(), one.id().value()));
    }

    private static EndedCase ended(ResultSet row, int n) throws SQLException {
        Long used = row.getObject("consumed_ms", Long.class);
        Long limit = row.getObject("budget_ms", Long.class);
        return new EndedCase(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("street"),
                Stage.valueOf(row.getString("stage")),
                row.getString("service_code"),
                row.getString("unit"),
                row.getTimestamp("reported_at").toInstant(),
                row.getTimestamp("closed_at").toInstant(),
                row.getBoolean("late"),
                row.getBoolean("exempt"),
                used == null ? null : Duration.ofMillis(used),
                limit == null ? null : Duration.ofMillis(limit));
    }
}
