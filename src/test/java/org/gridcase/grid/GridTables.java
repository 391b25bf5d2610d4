package org.gridcase.grid;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The module's tables, emptied between tests. */
public class GridTables {
    private final JdbcClient jdbc;
    private final Grids grids;

    public GridTables(JdbcClient jdbc, Grids grids) {
        this.jdbc = jdbc;
        this.grids = grids;
    }

    public void clear() {
        jdbc.sql("truncate area, unit, duty, staff_grant, staff, scope cascade").update();
        jdbc.sql("update area_version set number = number + 1").update();
        grids.hold();
    }
}
