package org.gridcase.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
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

/** Open cases by their deadlines, and only those that somebody may know of. */
@Component
@Transactional(readOnly = true)
public class OpenCases {
    static final Narrowing.Columns COLUMNS =
            new Narrowing.Columns("district", "street", "grid", "unit", "service_code", false);
    private static final Comparator<LampCount> WORST_FIRST = Comparator.comparing(LampCount::red)
            .thenComparing(LampCount::yellow)
            .reversed();

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By stage in the order of a case's way, and by unit with the worst first. */
    public Lamps lamps(DeadlineQuery asked, Sight sight) {
        var narrowed = narrowed(asked, sight);
        List<LampCount> stages = new ArrayList<>();
        List<LampCount> units = new ArrayList<>();
        jdbc.sql("""
                        select grouping(stage) as by_unit, stage, unit,
                          count(*) filter (where due_at < :now) as red,
                          count(*) filter (where due_at >= :now and due_at < :never and yellow_at <= :now) as yellow,
                          count(*) filter (where due_at >= :now and due_at < :never and yellow_at > :now) as green,
                          count(*) filter (where due_at = :never) as none
                        from open_case where\s""" + narrowed.sql() + " group by grouping sets ((stage), (unit))")
                .params(narrowed.values())
                .query(row -> {
                    boolean unit = row.getInt("by_unit") == 1;
                    (unit ? units : stages).add(count(row, row.getString(unit ? "unit" : "stage")));
                });
        stages.sort(Comparator.comparing(one -> Stage.valueOf(String.valueOf(one.code()))));
        units.sort(WORST_FIRST);
        return new Lamps(stages, units);
    }

    /**
     * The most overdue first; those of which no limit runs come last.
     *
     * @param after {@link Page#next} of the page before
     */
    public Page<OpenCase> find(DeadlineQuery asked, @Nullable String after, int most, Sight sight) {
        var narrowed = narrowed(asked, sight).with("limit", most + 1);
        Place.parse(after).ifPresent(place -> narrowed.and("(due_at, case_id) > (:at, :id)")
                .with("at", place.at().atOffset(ZoneOffset.UTC))
                .with("id", place.id()));
        List<OpenCase> found = jdbc.sql("""
                        select o.*, (select min(e.id_) from act_ru_execution e
                          where e.business_key_ = o.case_id::text and e.parent_id_ is null and e.super_exec_ is null) as process
                        from open_case o where\s""" + narrowed.sql() + " order by due_at, case_id limit :limit")
                .params(narrowed.values())
                .query(OpenCases::open)
                .list();
        return Page.of(found, most, one -> Place.of(one.dueAt(), one.id().value()));
    }

    private Narrowing narrowed(DeadlineQuery asked, Sight sight) {
        return Narrowing.of(asked, sight, COLUMNS).at(asked.stages(), asked.lamp(), clock.instant());
    }

    private static LampCount count(ResultSet row, @Nullable String code) throws SQLException {
        return new LampCount(code, row.getInt("green"), row.getInt("yellow"), row.getInt("red"), row.getInt("none"));
    }

    private static OpenCase open(ResultSet row, int n) throws SQLException {
        Instant due = row.getTimestamp("due_at").toInstant();
        return new OpenCase(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("number"),
                row.getString("street"),
                Stage.valueOf(row.getString("stage")),
                row.getString("service_code"),
                row.getString("unit"),
                row.getTimestamp("reported_at").toInstant(),
                due.isBefore(Place.NEVER) ? due : null,
                row.getString("process"));
    }
}
