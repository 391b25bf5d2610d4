package org.gridcase.grid;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who looks after which grid. */
@Component
public class Duties {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Duties(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** At most one primary and one substitute, the primary first. */
    public List<Duty> of(String grid) {
        return jdbc.sql("select grid, staff, kind from duty where grid = ? order by kind")
                .param(grid)
                .query(Duty.class)
                .list();
    }

    public List<Duty> all() {
        return jdbc.sql("select grid, staff, kind from duty order by grid, kind")
                .query(Duty.class)
                .list();
    }

    /** Adds duties, or hands them to somebody else; the people have been enrolled. */
    @Transactional
    public void put(Collection<Duty> duties) {
        batches.batchUpdate("""
                insert into duty (grid, kind, staff) values (?, ?, ?)
                on conflict (grid, kind) do update set staff = excluded.staff""", duties, 1000, (row, duty) -> {
            row.setString(1, duty.grid());
            row.setString(2, duty.kind().name());
            row.setString(3, duty.staff());
        });
    }
}
