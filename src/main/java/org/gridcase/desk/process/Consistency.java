package org.gridcase.desk.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gridcase.casework.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether every case stands where its process does, with no orphan either way. */
@Component
@Transactional(readOnly = true)
public class Consistency {
    /** Who has more is not helped by a longer list. */
    public static final int MOST = 1_000;

    /** One statement, so one moment: both sides change in one transaction. */
    private static final String DIFFERENCES = """
            with standing (stage, activity) as (select * from unnest(:stages::text[], :activities::text[])),
            token (case_id, activity, district) as (
              select flow.business_key_, at.act_id_, flow.tenant_id_
              from act_ru_execution flow
              join act_re_procdef model on model.id_ = flow.proc_def_id_ and model.key_ = 'case-handling'
              join act_ru_execution at on at.proc_inst_id_ = flow.id_ and at.act_id_ is not null
              where flow.parent_id_ is null and flow.super_exec_ is null
                and not exists (select 1 from act_ru_execution below where below.parent_id_ = at.id_))
            select coalesce(c.id::text, t.case_id, '?') as id, o.number, c.stage, t.activity
            from city_case c full join token t on t.case_id = c.id::text
            left join case_origin o on o.case_id = c.id
            where (c.id is null
              or (t.activity is null and c.stage <> all(:ended::text[]))
              or (t.activity is not null
                and (c.stage, t.activity) not in (select stage, activity from standing)))
              and (:everywhere or (coalesce(c.district, t.district) = any(:districts)) is not false)
            order by 1, 4 limit :most""";

    private final JdbcClient jdbc;

    Consistency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** None if all is well; at most {@value #MOST}. */
    public List<Difference> differences() {
        return differences(true, Set.of());
    }

    /** The same in these districts. */
    public List<Difference> differences(Set<String> districts) {
        return differences(false, districts);
    }

    private List<Difference> differences(boolean everywhere, Set<String> districts) {
        return jdbc.sql(DIFFERENCES)
                .param("everywhere", everywhere)
                .param("districts", districts.toArray(String[]::new))
                .param("stages", column(one -> one.stage().name()))
                .param("activities", column(Standing::activity))
                .param("ended", ended())
                .param("most", MOST)
                .query(Consistency::difference)
                .list();
    }

    public long cases() {
        return jdbc.sql("select count(*) from city_case").query(Long.class).single();
    }

    public long cases(Set<String> districts) {
        return jdbc.sql("select count(*) from city_case where district = any(?)")
                .param(districts.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private static String[] column(Function<Standing, String> value) {
        return Arrays.stream(Standing.values()).map(value).toArray(String[]::new);
    }

    private static String[] ended() {
        return Arrays.stream(Stage.values())
                .filter(Stage::ended)
                .map(Stage::name)
                .toArray(String[]::new);
    }

    private static Difference difference(ResultSet row, int n) throws SQLException {
        String stage = row.getString("stage");
        return new Difference(
                row.getString("id"),
                row.getString("number"),
                stage == null ? null : Stage.valueOf(stage),
                row.getString("activity"));
    }
}
