package org.gridcase.workflow;

import java.sql.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whose turn it is in many cases' processes, in one query however many. */
@Component
public class AtHand {
    private static final String SQL = """
            select flow.business_key_, t.task_def_key_, t.assignee_,
              array_agg(l.group_id_ order by l.group_id_) filter (where l.group_id_ is not null) as groups
            from act_ru_execution flow
            join act_re_procdef model on model.id_ = flow.proc_def_id_ and model.key_ = ?
            join act_ru_task t on t.proc_inst_id_ = flow.id_
            left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
            where flow.parent_id_ is null and flow.business_key_ = any(?)
            group by t.id_, flow.business_key_, t.task_def_key_, t.assignee_""";

    private final JdbcTemplate jdbc;

    AtHand(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An open task.
     *
     * @param groups {@code role@scope} whose it is
     */
    public record Turn(CaseId id, String task, @Nullable String assignee, List<String> groups) {}

    /** @param process key of the model that the tasks are in */
    public List<Turn> of(String process, Collection<CaseId> ids) {
        return jdbc.query(
                SQL,
                (row, n) -> {
                    Array groups = row.getArray("groups");
                    return new Turn(
                            CaseId.of(row.getString(1)),
                            row.getString(2),
                            row.getString(3),
                            groups == null ? List.of() : Arrays.asList((String[]) groups.getArray()));
                },
                process,
                ids.stream().map(CaseId::toString).toArray(String[]::new));
    }
}
