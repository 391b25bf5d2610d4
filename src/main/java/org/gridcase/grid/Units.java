package org.gridcase.grid;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gridcase.identity.Scope;
import org.gridcase.identity.Scopes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The units that put things right, and which of them serves a place. */
@Component
public class Units {
    private static final String SELECT = "select code, name, kind, level, area, district from unit ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Scopes scopes;

    Units(JdbcClient jdbc, JdbcTemplate batches, Scopes scopes) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.scopes = scopes;
    }

    public Optional<Unit> find(String code) {
        return jdbc.sql(SELECT + "where code = ?").param(code).query(Unit.class).optional();
    }

    /** The street's own unit of this kind, else the district's; of several the one with the lowest code. */
    public Optional<Unit> serving(String kind, Location place) {
        return jdbc.sql(SELECT + "where kind = ? and area in (?, ?) order by level desc, code limit 1")
                .params(kind, place.street(), place.district())
                .query(Unit.class)
                .optional();
    }

    /** The unit of this kind that serves the place at this level; of several the one with the lowest code. */
    public Optional<Unit> serving(String kind, UnitLevel level, Location place) {
        return jdbc.sql(SELECT + "where kind = ? and area = ? order by code limit 1")
                .params(kind, level == UnitLevel.STREET ? place.street() : place.district())
                .query(Unit.class)
                .optional();
    }

    public List<Unit> of(String district) {
        return jdbc.sql(SELECT + "where district = ? order by code")
                .param(district)
                .query(Unit.class)
                .list();
    }

    public List<Unit> all() {
        return jdbc.sql(SELECT + "order by code").query(Unit.class).list();
    }

    /** Adds or changes units that have been checked; their areas are there already. */
    @Transactional
    public void put(Collection<Unit> units) {
        batches.batchUpdate("""
                insert into unit (code, name, kind, level, area, district) values (?, ?, ?, ?, ?, ?)
                on conflict (code) do update set name = excluded.name, kind = excluded.kind,
                level = excluded.level, area = excluded.area, district = excluded.district""", units, 1000, (row, unit) -> {
            row.setString(1, unit.code());
            row.setString(2, unit.name());
            row.setString(3, unit.kind());
            row.setString(4, unit.level().name());
            row.setString(5, unit.area());
            row.setString(6, unit.district());
        });
        scopes.put(units.stream()
                .map(unit -> new Scope(unit.code(), unit.district(), unit.district(), unit.name()))
                .toList());
    }
}
