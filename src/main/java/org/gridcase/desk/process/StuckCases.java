package org.gridcase.desk.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gridcase.casework.Stage;
import org.gridcase.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases that will not go on by themselves, the longest waiting first; at most {@value #MOST} of each kind, in these districts. */
@Component
@Transactional(readOnly = true)
public class StuckCases {
    static final int MOST = 100;

    private static final String CASE = """
            from act_ru_execution flow join city_case c on c.id::text = flow.business_key_
            join case_origin o on o.case_id = c.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    StuckCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Jobs that were tried until the engine gave up. */
    public List<StuckCase> failed(Set<String> districts) {
        return jdbc.sql("""
                        select c.id, o.number, c.stage, i.activity_id_ as activity, i.incident_timestamp_ as since,
                          i.configuration_ as job, null as task, null as held_by
                        """ + CASE + """
                        join act_ru_incident i on i.proc_inst_id_ = flow.id_ and i.incident_type_ = 'failedJob'
                        where flow.parent_id_ is null and c.district = any(:districts) order by since limit :most""")
                .param("districts", array(districts))
                .param("most", MOST)
                .query(StuckCases::stuck)
                .list();
    }

    /** Tasks of groups that have nobody in them. */
    public List<StuckCase> unheld(Set<String> districts) {
        return jdbc.sql("""
                        select c.id, o.number, c.stage, t.task_def_key_ as activity, t.create_time_ as since,
                          null as job, t.id_ as task,
                          (select min(l.group_id_) from act_ru_identitylink l where l.task_id_ = t.id_) as held_by
                        """ + CASE + """
                        join act_ru_task t on t.proc_inst_id_ = flow.id_ and t.assignee_ is null
                        where flow.parent_id_ is null and c.district = any(:districts) and not exists (
                          select 1 from act_ru_identitylink l
                          join grant_in_force g on l.group_id_ = g.role || '@' || g.scope where l.task_id_ = t.id_)
                        order by since limit :most""")
                .param("districts", array(districts))
                .param("most", MOST)
                .query(StuckCases::stuck)
                .list();
    }

    /** Open cases to which nothing has happened for so long. */
    public List<StuckCase> still(Set<String> districts, Duration time) {
        return jdbc.sql("""
                        select c.id, o.number, c.stage, c.moved_at as since, null as job, null as task, null as held_by,
                          (select min(e.act_id_) from act_ru_execution flow
                           join act_re_procdef model on model.id_ = flow.proc_def_id_ and model.key_ = 'case-handling'
                           join act_ru_execution e on e.proc_inst_id_ = flow.id_
                           where flow.business_key_ = c.id::text) as activity
                        from city_case c join case_origin o on o.case_id = c.id
                        where c.stage = any(:open) and c.district = any(:districts) and c.moved_at < :before
                          and not exists (select from case_clock k where k.case_id = c.id and k.suspended)
                        order by since limit :most""")
                .param("open", open())
                .param("before", clock.instant().minus(time).atOffset(ZoneOffset.UTC))
                .param("districts", array(districts))
                .param("most", MOST)
                .query(StuckCases::stuck)
                .list();
    }

    /** Whichever case an administrator asks for, stuck or not, with what could be done about it. */
    public List<StuckCase> numbered(Set<String> districts, String number) {
        return jdbc.sql("""
                        select c.id, o.number, c.stage, c.moved_at as since,
                          (select min(i.configuration_) from act_ru_incident i where i.proc_inst_id_ = flow.id_
                             and i.incident_type_ = 'failedJob') as job, t.id_ as task,
                          (select min(l.group_id_) from act_ru_identitylink l where l.task_id_ = t.id_) as held_by,
                          coalesce(t.task_def_key_, (select min(e.act_id_) from act_ru_execution e
                             where e.proc_inst_id_ = flow.id_)) as activity
                        from city_case c join case_origin o on o.case_id = c.id
                        left join act_ru_execution flow on flow.business_key_ = c.id::text
                        left join act_re_procdef model on model.id_ = flow.proc_def_id_
                        left join act_ru_task t on t.proc_inst_id_ = flow.id_
                        where o.number = :number and c.district = any(:districts)
                        order by model.key_ = 'case-handling' desc nulls last limit 1""")
                .param("number", number)
                .param("districts", array(districts))
                .query(StuckCases::stuck)
                .list();
    }

    private static String[] array(Set<String> districts) {
        return districts.toArray(String[]::new);
    }

    private static String[] open() {
        return Arrays.stream(Stage.values())
                .filter(stage -> !stage.ended())
                .map(Stage::name)
                .toArray(String[]::new);
    }

    private static StuckCase stuck(ResultSet row, int n) throws SQLException {
        return new StuckCase(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("number"),
                Stage.valueOf(row.getString("stage")),
                row.getString("activity"),
                row.getTimestamp("since").toInstant(),
                row.getString("job"),
                row.getString("task"),
                row.getString("held_by"));
    }
}
