package org.gridcase.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    public Actor of(String account) {
        Set<String> groups = new HashSet<>();
        Set<String> districts = new HashSet<>();
        jdbc.sql("""
                        select g.role, g.scope, d.code from grant_in_force g left join scope s on s.code = g.scope
                        left join scope d on d.code = d.district and (s.district is null or s.district = d.code)
                          and s.code is not null
                        where g.staff = ?""").param(account).query(row -> {
            var grant = new Grant(Role.of(row.getString(1)), row.getString(2));
            groups.add(grant.group());
            groups.add(grant.role().code());
            Optional.ofNullable(row.getString(3)).ifPresent(districts::add);
        });
        return new Actor(account, Set.copyOf(groups), Set.copyOf(districts));
    }

    /** The districts a person's grants lie in that are in force; all of them for a grant above districts. */
    public Set<String> districts(String account) {
        return districts("grant_in_force", account);
    }

    /** The same of a person's own grants, away or not, without what others lend them. */
    public Set<String> ownDistricts(String account) {
        return districts("staff_grant", account);
    }

    private Set<String> districts(String grants, String account) {
        List<String> codes = jdbc.sql("select distinct d.code from " + grants + """
                         g join scope s on s.code = g.scope
                        join scope d on d.code = d.district and (s.district is null or s.district = d.code)
                        where g.staff = ?""")
                .param(account)
                .query(String.class)
                .list();
        return Set.copyOf(codes);
    }
}
