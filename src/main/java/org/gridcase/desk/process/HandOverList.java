package org.gridcase.desk.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was handed over and what nobody holds, in the districts of a supervisor or an administrator. */
@Component
@Transactional(readOnly = true)
public class HandOverList {
    public static final int MOST = 200;
    public static final int MOST_IN_FILE = 50_000;
    private static final int MOST_VACANCIES = 100;

    private final JdbcClient jdbc;

    HandOverList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws HandOverRefused by anybody but a supervisor or an administrator */
    public Set<String> districts(String account) {
        List<String> districts =
                jdbc.sql("""
                        select distinct d.code from grant_in_force g join scope s on s.code = g.scope
                        join scope d on d.code = d.district and (s.district is null or s.code = d.code)
                        where g.staff = ? and g.role in ('supervisor', 'administrator')""").param(account).query(String.class).list();
        if (districts.isEmpty()) {
            throw HandOverRefused.notYours();
        }
        return Set.copyOf(districts);
    }

    /** The last first. */
    public List<HandedOver> of(Set<String> districts, int most) {
        return jdbc.sql("""
                        select h.*, coalesce(o.number, h.subject) as shown,
                          h.kind <> 'TASK' and not exists (
                            select 1 from duty d where d.grid = h.subject and d.kind = h.kind) as vacant
                        from handed_over h left join case_origin o on h.kind = 'TASK' and o.case_id::text = h.subject
                        where h.district = any(:districts) order by h.id desc limit :most""")
                .param("districts", districts.toArray(String[]::new))
                .param("most", most)
                .query(HandOverList::read)
                .list();
    }

    /** Groups with open tasks that nobody holds, the fullest first. */
    public List<Vacancy> vacancies(Set<String> districts) {
        return jdbc.sql("""
                        with waiting (held_by, tasks) as (
                          select l.group_id_, count(*) from act_ru_task t
                          join act_ru_identitylink l on l.task_id_ = t.id_ and l.group_id_ is not null
                          where t.assignee_ is null and t.tenant_id_ = any(:districts) group by l.group_id_)
                        select held_by as "group", tasks from waiting w where not exists (
                          select 1 from grant_in_force g where g.role || '@' || g.scope = w.held_by)
                        order by tasks desc, held_by limit :most""")
                .param("districts", districts.toArray(String[]::new))
                .param("most", MOST_VACANCIES)
                .query(Vacancy.class)
                .list();
    }

    private static HandedOver read(ResultSet row, int n) throws SQLException {
        return new HandedOver(
                row.getLong("id"),
                row.getString("staff"),
                row.getString("name"),
                row.getTimestamp("at").toInstant(),
                row.getString("handed_by"),
                row.getString("kind"),
                row.getString("shown"),
                row.getString("task"),
                row.getString("given_to"),
                row.getBoolean("vacant"));
    }
}
