package org.gridcase.forecast;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much units have to do now. */
@Component
class Loads {
    private final JdbcClient jdbc;

    Loads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int of(String unit) {
        return jdbc.sql("select count(*) from city_case where unit = ? and stage = 'HANDLING'")
                .param(unit)
                .query(Integer.class)
                .single();
    }
}
