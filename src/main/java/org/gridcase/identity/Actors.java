package org.gridcase.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridcase.workflow.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who somebody is to the engine: groups and tenants out of their grants. */
@Component
public class Actors {
    private final Staff staff;
    private final JdbcClient jdbc;

    Actors(Staff staff, JdbcClient jdbc) {
        this.staff = staff;
        this.jdbc = jdbc;
    }

    public Actor of(String account) {
        Set<Grant> grants = staff.grantsOf(account);
        Set<String> groups = grants.stream().map(Grant::group).collect(Collectors.toCollection(HashSet::new));
        grants.forEach(grant -> groups.add(grant.role().code()));
        return new Actor(account, Set.copyOf(groups), districts(account));
    }

    /** The districts a person's grants lie in; all of them for a grant above districts. */
    public Set<String> districts(String account) {
        List<String> codes = jdbc.sql("""
                        select distinct d.code from staff_grant g join scope s on s.code = g.scope
                        join scope d on d.code = d.district and (s.district is null or s.district = d.code)
                        where g.staff = ?""").param(account).query(String.class).list();
        return Set.copyOf(codes);
    }
}
