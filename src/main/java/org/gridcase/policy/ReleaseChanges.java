package org.gridcase.policy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one release has otherwise than another, by rows. */
@Component
class ReleaseChanges {
    private final JdbcClient jdbc;

    ReleaseChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FileChange> between(int from, int to) {
        return jdbc.sql("""
                        select coalesce(a.path, b.path) as path, a.path is null as removed, b.path is null as added
                        from (select * from policy_artifact where release = :to) a
                        full join (select * from policy_artifact where release = :from) b on b.path = a.path
                        where a.sha256 is distinct from b.sha256 order by 1""")
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new FileChange(
                        row.getString("path"),
                        row.getBoolean("removed")
                                ? FileChange.Kind.REMOVED
                                : row.getBoolean("added") ? FileChange.Kind.ADDED : FileChange.Kind.CHANGED))
                .list();
    }
}
