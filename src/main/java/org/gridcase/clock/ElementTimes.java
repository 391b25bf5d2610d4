package org.gridcase.clock;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.gridcase.casework.Sight;
import org.gridcase.workflow.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the steps of one deployed flow do, in the districts that somebody sees. */
@Component
@Transactional(readOnly = true)
public class ElementTimes {
    /** How many of the flows that ended last are measured. */
    public static final int MEASURED = 500;

    private static final String TASKS = """
            select task_def_key_ as element, count(*)::int as running,
              count(*) filter (where due_date_ < :now)::int as red,
              count(*) filter (where priority_ >= :near and (due_date_ >= :now) is not false)::int as yellow
            from act_ru_task where proc_def_id_ = :definition and %1$s group by 1""";

    private static final String MEDIANS = """
            with ended as (
              select id_ from act_hi_procinst where proc_def_id_ = :definition and end_time_ is not null and %1$s
              order by end_time_ desc limit :measured)
            select a.act_id_ as element, percentile_cont(0.5) within group (order by a.duration_)::bigint as median
            from ended join act_hi_actinst a on a.proc_inst_id_ = ended.id_
            where a.duration_ is not null and a.act_type_ in
              ('userTask', 'serviceTask', 'businessRuleTask', 'callActivity', 'receiveTask', 'intermediateTimer')
            group by 1""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ElementTimes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param definition the engine's id of it */
    public List<ElementTime> of(String definition, Sight sight) {
        String seen = sight.everywhere() ? "true" : "tenant_id_ = any(:districts)";
        return jdbc.sql("select element, coalesce(running, 0) as running, coalesce(yellow, 0) as yellow,"
                        + " coalesce(red, 0) as red, median from (" + TASKS.formatted(seen) + ") t full join ("
                        + MEDIANS.formatted(seen) + ") m using (element) order by element")
                .param("definition", definition)
                .param("now", Timestamp.from(clock.instant()))
                .param("near", Urgency.NEAR)
                .param("measured", MEASURED)
                .param("districts", sight.districts().toArray(String[]::new))
                .query((row, n) -> new ElementTime(
                        row.getString("element"),
                        row.getInt("running"),
                        row.getInt("yellow"),
                        row.getInt("red"),
                        duration(row.getObject("median", Long.class))))
                .list();
    }

    private static @Nullable Duration duration(@Nullable Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }
}
