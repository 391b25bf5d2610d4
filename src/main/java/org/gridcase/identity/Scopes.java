package org.gridcase.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The hierarchy of scopes; {@code grid} keeps it in step with its areas and units. */
@Component
public class Scopes {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Scopes(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Adds or changes these scopes; a parent comes before its children or is there already. */
    @Transactional
    public void put(Collection<Scope> scopes) {
        batches.batchUpdate("""
                insert into scope (code, parent, district, name) values (?, ?, ?, ?)
                on conflict (code) do update
                set parent = excluded.parent, district = excluded.district, name = excluded.name""", scopes, 1000, (row, scope) -> {
            row.setString(1, scope.code());
            row.setString(2, scope.parent());
            row.setString(3, scope.district());
            row.setString(4, scope.name());
        });
    }

    public Optional<Scope> find(String code) {
        return jdbc.sql("select code, parent, district, name from scope where code = ?")
                .param(code)
                .query(Scope.class)
                .optional();
    }

    /** Those of these codes that there are, in no order. */
    public List<Scope> all(Set<String> codes) {
        return jdbc.sql("select code, parent, district, name from scope where code = any(?)")
                .param(codes.toArray(String[]::new))
                .query(Scope.class)
                .list();
    }

    /** Those of the codes that name a scope. */
    public Set<String> known(Set<String> codes) {
        return codes.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select code from scope where code in (:codes)")
                        .param("codes", codes)
                        .query(String.class)
                        .list());
    }

    /** This scope and all above it, the nearest first. */
    public List<String> upward(String code) {
        return jdbc.sql("""
                        with recursive up (code, parent, depth) as (
                          select code, parent, 0 from scope where code = ?
                          union all select s.code, s.parent, depth + 1 from scope s join up on s.code = up.parent)
                        select code from up order by depth""").param(code).query(String.class).list();
    }
}
