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

    /** Those of one person. */
    public List<Duty> held(String staff) {
        return jdbc.sql("select grid, staff, kind from duty where staff = ? order by grid, kind")
                .param(staff)
                .query(Duty.class)
                .list();
    }

    /** Who stands in for a person on their grids, whoever does so on most of them first. */
    public List<String> substitutesFor(String staff) {
        return jdbc.sql("""
                        select s.staff from duty p join duty s on s.grid = p.grid and s.kind = 'SUBSTITUTE'
                        where p.staff = ? and p.kind = 'PRIMARY' and s.staff <> p.staff
                        group by s.staff order by count(*) desc, s.staff""").param(staff).query(String.class).list();
    }

    /** Leaves the grids of somebody who works here no longer to nobody. */
    @Transactional
    public void vacate(String staff) {
        jdbc.sql("delete from duty where staff = ?").param(staff).update();
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
