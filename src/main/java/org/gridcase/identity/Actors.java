package org.gridcase.identity;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridcase.workflow.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who somebody is to the engine: groups and tenants out of their grants that are in force. */
@Component
public class Actors {
    private final JdbcClient jdbc;

    Actors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Tenants are districts and, for whoever has a grant above districts, what that grant is for: the whole city's own
     * processes are theirs alone. The bare role, by which whoever watches reads all processes of their tenants, only where
     * it holds for each of them: for the engine does not know for which of the districts somebody has it.
     */
    public Actor of(String account) {
        Set<String> groups = new HashSet<>();
        Set<String> districts = new HashSet<>();
        Set<String> above = new HashSet<>();
        Map<Role, Set<String>> whole = new EnumMap<>(Role.class);
        jdbc.sql("""
                        select g.role, g.scope, d.code, s.district is null or s.code = d.code,
                          s.code is not null and s.district is null
                        from grant_in_force g left join scope s on s.code = g.scope
                        left join scope d on d.code = d.district and (s.district is null or s.district = d.code)
                          and s.code is not null
                        where g.staff = ?""").param(account).query(row -> {
            var grant = new Grant(Role.of(row.getString(1)), row.getString(2));
            groups.add(grant.group());
            Set<String> own = whole.computeIfAbsent(grant.role(), any -> new HashSet<>());
            if (row.getBoolean(5)) {
                above.add(grant.scope());
            }
            String district = row.getString(3);
            if (district != null) {
                districts.add(district);
                if (row.getBoolean(4)) {
                    own.add(district);
                }
            }
        });
        whole.forEach((role, own) -> {
            if (!role.watches() || own.containsAll(districts)) {
                groups.add(role.code());
            }
        });
        above.addAll(districts);
        return new Actor(account, Set.copyOf(groups), Set.copyOf(above));
    }

    /** The whole districts for which a person holds this role at present; all of them for a grant above districts. */
    public Set<String> districts(String account, Role role) {
        return codes("""
                        select distinct d.code from grant_in_force g join scope s on s.code = g.scope
                        join scope d on d.code = d.district and (s.district is null or s.code = d.code)
                        where g.staff = ? and g.role = ?""", account, role.code());
    }

    /** The districts that any of a person's own grants lie in, away or not, without what others lend them. */
    public Set<String> ownDistricts(String account) {
        return codes("""
                        select distinct d.code from staff_grant g join scope s on s.code = g.scope
                        join scope d on d.code = d.district and (s.district is null or s.district = d.code)
                        where g.staff = ?""", account);
    }

    private Set<String> codes(String sql, String... params) {
        List<String> codes =
                jdbc.sql(sql).params((Object[]) params).query(String.class).list();
        return Set.copyOf(codes);
    }
}
